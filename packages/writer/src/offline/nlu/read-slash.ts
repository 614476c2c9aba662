import type { Op } from "./op.ts";
import { readTargetOrTopic } from "./read-target.ts";
import { readTone } from "./tone-words.ts";

/** Slash commands: the common operations without any understanding of language. */
export function readSlash(text: string): Op | undefined {
  const match = /^\/([a-z]+)\b\s*(.*)$/i.exec(text.trim());
  if (match === null) return undefined;
  const rest = (match[2] ?? "").trim();
  switch ((match[1] ?? "").toLowerCase()) {
    case "shorter":
      return /^\d+$/.test(rest) ? { op: "shorter", words: Number(rest) } : { op: "shorter" };
    case "longer":
      return /^\d+$/.test(rest) ? { op: "longer", words: Number(rest) } : { op: "longer" };
    case "ask":
      return rest === "" ? { op: "soften-ask" } : { op: "ask", text: rest };
    case "subject":
      return rest === ""
        ? { op: "subject", mode: "new" }
        : /^\d$/.test(rest) || rest === "options"
          ? { op: "subject", mode: "options", count: Number(rest) || 5 }
          : { op: "subject", mode: "set", text: rest.replace(/^"|"$/g, "") };
    case "tone": {
      const tone = readTone(rest);
      return tone === undefined ? undefined : { op: "tone", tone: tone.tone, said: tone.said };
    }
    case "casual":
    case "formal":
    case "direct":
    case "soft":
    case "friendly":
    case "neutral": {
      const tone = readTone((match[1] ?? "").toLowerCase());
      return tone === undefined ? undefined : { op: "tone", tone: tone.tone, said: tone.said };
    }
    case "mention":
    case "add":
      return rest === "" ? undefined : { op: "mention", text: rest };
    case "proof":
      return { op: "proof" };
    case "remove":
      return rest === "" ? undefined : { op: "remove", target: readTargetOrTopic(rest) };
    case "lock":
    case "keep":
      return rest === "" ? undefined : { op: "lock", target: readTargetOrTopic(rest) };
    case "ban":
    case "never":
      return rest === "" ? undefined : { op: "ban", words: rest.split(/\s*,\s*/) };
    case "opener":
      return { op: "rewrite", target: { kind: "role", role: "opener" } };
    case "ps":
      return rest === "" ? { op: "ps" } : { op: "ps", about: rest };
    case "another":
    case "variant":
      return { op: "variant" };
    case "undo":
      return { op: "undo" };
    case "restore":
    case "version":
      return /^\d+$/.test(rest) ? { op: "restore", version: Number(rest) } : undefined;
    case "explain":
      return { op: "explain" };
    case "preview":
      return { op: "preview" };
    case "help":
      return { op: "talk", about: "help" };
    default:
      return undefined;
  }
}
