import type { LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import { askUser } from "./ask-user.ts";
import { finish } from "./finish.ts";
import { previewLeads } from "./preview-leads.ts";
import { readContext } from "./read-context.ts";
import { replaceText } from "./replace-text.ts";
import { setBrief } from "./set-brief.ts";
import type { Tool } from "./tool.ts";
import { updateDraft } from "./update-draft.ts";
import { updateSkeleton } from "./update-skeleton.ts";

/** Every tool of a turn, always in this order: the order is part of the prefix that providers cache. */
const allTools: readonly Tool[] = [
  setBrief,
  updateSkeleton,
  updateDraft,
  replaceText,
  previewLeads,
  readContext,
  askUser,
  finish,
];

/** The same as a provider is told them. */
export const toolDeclarations: LanguageModelV4FunctionTool[] = allTools.map(({ name, description, schema }) => ({
  type: "function",
  name,
  description,
  inputSchema: schema,
}));

/** The tool of a name, or undefined for one that a model made up. */
export function findTool(name: string): Tool | undefined {
  return allTools.find((tool) => tool.name === name);
}
