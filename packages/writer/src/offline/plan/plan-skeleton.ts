import type { Skeleton } from "@longhand/template";
import { blockText } from "../ast/tree.ts";
import type { Block, Tree } from "../ast/tree.ts";
import type { Setting } from "./setting.ts";

type SkeletonBlock = Skeleton["blocks"][number];

const names: Readonly<Record<string, string>> = {
  greeting: "Greeting",
  opener: "Opener and problem",
  problem: "Problem",
  value: "What we offer",
  proof: "Proof",
  offer: "Offer",
  ask: "Ask",
  signoff: "Sign-off",
  ps: "P.S.",
  other: "Note",
};

const strategies: Readonly<Record<string, string>> = {
  greeting: "Greet by first name, so that the email reads as written to one person.",
  opener:
    "One short line that ties the email to this reader, then the trouble in words the reader would use. People answer when they see their own day described.",
  problem: "Name the trouble in words the reader would use. People answer when they see their own day described.",
  value: "Say what is on offer in one or two plain sentences, as an answer to the trouble.",
  proof: "One result that can be checked. A number beats an adjective.",
  offer: "State the special terms once, without pressure.",
  ask: "Ask for exactly one thing that is easy to answer.",
  signoff: "Close with the sender's name.",
  ps: "One small extra for those who skip to the end.",
  other: "Say one thing and stop.",
};

const later: Readonly<Record<string, string>> = {
  opener: "Refer to the earlier email in a few words and say that this one adds something.",
  value: "Bring one point the earlier emails did not make.",
  proof: "Bring a result the earlier emails did not mention.",
  ask: "Ask for less than before: one easy answer.",
};

/** The plan behind a draft: its blocks with their reasons, and a slot for the line that differs by lead. */
export function planSkeleton(tree: Tree, setting: Setting): Skeleton {
  const slot = slotBlock(tree);
  const blocks = tree.blocks.filter((block): block is Block & { readonly id: string } => block.id !== null);
  const prompt = slotPrompt(setting);
  const body = blocks
    .map((block) =>
      block.id === slot
        ? [`&&${block.id}: ${prompt}&&`, ...block.sentences.slice(1).map(({ text }) => text)].join(" ")
        : blockText(block),
    )
    .join("\n\n");
  return {
    subject: tree.subject.text,
    body,
    blocks: blocks.slice(0, 12).map((block) => planBlock(block, block.id === slot, setting)),
    example_subject: example(tree.subject.text),
    example_body: example(blocks.map(blockText).join("\n\n")),
  };
}

/** The block whose first line is written per lead: the opener, as long as it is a line of ours and not a fact of the user's. */
function slotBlock(tree: Tree): string | null {
  return (
    tree.blocks.find(({ id, role, sentences }) => id !== null && role === "opener" && sentences[0]?.part === "opener")
      ?.id ?? null
  );
}

function slotPrompt(setting: Setting): string {
  const next =
    setting.place === "first"
      ? setting.known.facts.pain[0] === undefined
        ? `leads to ${setting.topic}`
        : "leads into the problem"
      : "refers to the earlier email";
  return `one line from their role or company that ${next}`.replace(/&&/g, "and").slice(0, 200);
}

function planBlock(block: Block & { readonly id: string }, hasSlot: boolean, setting: Setting): SkeletonBlock {
  const text = blockText(block);
  const fields = [...text.matchAll(/%([A-Za-z_][\w.-]*)(?:\|[^%]*)?%/g)].flatMap((match) =>
    match[1] === undefined || match[1].startsWith("sender_") ? [] : [match[1]],
  );
  const strategy =
    (setting.place === "first" ? undefined : later[block.role]) ?? strategies[block.role] ?? "Say one thing and stop.";
  const personal = hasSlot ? ["position", "company"].filter((name) => setting.variables.has(name)) : [];
  const used = [...new Set([...personal, ...fields])].filter((name) => setting.variables.has(name)).slice(0, 8);
  const approach = hasSlot
    ? "Use the role as a kind (“as a finance lead”) and the company by name. Nothing else about the person."
    : used.length > 0
      ? "Insert the value as it is, with the fallback where it is missing."
      : "";
  return {
    id: block.id,
    role: block.role,
    name:
      block.id.replace(/_\d+$/, "") in names
        ? (names[block.id] ?? names[block.role] ?? "Note")
        : (names[block.role] ?? "Note"),
    strategy,
    personalization: {
      fields: used,
      approach,
      fallback: hasSlot
        ? (block.sentences[0]?.text ?? "").slice(0, 300)
        : used.length > 0
          ? example(text, true).slice(0, 300)
          : "",
    },
  };
}

const sample: Readonly<Record<string, string>> = {
  first_name: "Maya",
  last_name: "Lind",
  full_name: "Maya Lind",
  company: "Northwind",
  position: "Operations Lead",
  headline: "Operations lead at Northwind",
  email: "maya@northwind.example",
  sender_first: "Sam",
  sender_last: "Reed",
  sender_name: "Sam Reed",
  sender_company: "our company",
  sender_position: "Founder",
  sender_email: "sam@kite.example",
  linkedin_url: "https://linkedin.com/in/maya-lind",
};

/** Template text for a fictional lead; `plain` uses fallbacks instead, so that the sentence fits anybody. */
function example(text: string, plain = false): string {
  return text
    .replace(/%([A-Za-z_][\w.-]*)(?:\|((?:[^%]|%%)*))?%/g, (_, name: string, fallback?: string) =>
      plain && fallback !== undefined ? fallback : (sample[name] ?? fallback ?? "40"),
    )
    .replace(/%%/g, "%");
}
