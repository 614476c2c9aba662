import { readMessage } from "../../brief/read-message.ts";
import type { Op, Target } from "../../nlu/op.ts";
import { hash } from "../../plan/seeded.ts";
import { heldOut, tuned } from "./corpus.ts";

/** How one utterance was read. */
export interface Scored {
  readonly id: string;
  readonly heldOut: boolean;
  readonly utterance: string;
  readonly expected: string;
  readonly got: readonly string[];
  /** Operations that were expected and done, of those expected. */
  readonly done: number;
  readonly wanted: number;
  /** An edit was commanded that nobody asked for. */
  readonly wrong: boolean;
  /** … and it takes text away. */
  readonly wrongDestructive: boolean;
}

/** Read the whole corpus. What is held out is scored only, and nothing is tuned on it. */
export function scoreCorpus(): Scored[] {
  const held = new Set(heldOut);
  return [...tuned, ...heldOut].flatMap((group) =>
    group.cases.map(([utterance, expected]): Scored => {
      const reading = readMessage(utterance, {
        hasDraft: group.hasDraft,
        variables: ["first_name", "company", "position", "custom_fields.team_size"],
      });
      const got = [...reading.ops.map(describe), ...reading.findings.map(({ slot }) => `fact:${slot}`)];
      const best = expected
        .split("|")
        .map((one) => match(one, got))
        .toSorted(
          (a, b) => b.done / Math.max(1, b.wanted) - a.done / Math.max(1, a.wanted) || a.extra.length - b.extra.length,
        )[0];
      const extra = best?.extra ?? [];
      const edits = extra.filter((one) => !/^(?:talk|outside|explain|preview|decide|fact|create)/.test(one));
      const seed = hash(utterance);
      return {
        id: `${group.name}-${seed.toString(36)}`,
        heldOut: held.has(group),
        utterance,
        expected,
        got,
        done: best?.done ?? 0,
        wanted: best?.wanted ?? 0,
        wrong: edits.length > 0,
        wrongDestructive: edits.some((one) => /^(?:remove|replace|undo|restore|shorter|variant)/.test(one)),
      };
    }),
  );
}

function match(expected: string, got: readonly string[]): { done: number; wanted: number; extra: readonly string[] } {
  if (expected === "none")
    return { done: got.every((one) => /^(?:fact|talk|outside)/.test(one)) ? 1 : 0, wanted: 1, extra: got };
  const left = [...got];
  const wanted = expected.split(" ").length === 1 ? [expected] : splitWanted(expected);
  let done = 0;
  for (const one of wanted) {
    const at = left.findIndex((have) => fits(one, have));
    if (at < 0) continue;
    done += 1;
    left.splice(at, 1);
  }
  return { done, wanted: wanted.length, extra: left };
}

const names =
  "shorter|longer|tone|ask|soften-ask|subject|choose|mention|proof|remove|replace|ban|require|lock|unlock|rewrite|question|ps|variable|variant|undo|restore|greeting|signoff|plain|slot|pattern|create|explain|preview|talk|outside|fact|decide";

function splitWanted(expected: string): string[] {
  return expected.split(new RegExp(`\\s+(?=(?:${names})(?::|\\s|$))`)).map((one) => one.trim());
}

/** The name must be equal, and each further part contained, whatever its case. */
function fits(wanted: string, have: string): boolean {
  const [name, ...rest] = wanted.split(":");
  const [haveName, ...haveRest] = have.split(":");
  const text = haveRest.join(":").toLowerCase();
  return name === haveName && rest.every((part) => text.includes(part.toLowerCase()));
}

function describe(op: Op): string {
  switch (op.op) {
    case "shorter":
      return `shorter:${op.words ?? op.ratio ?? ""}${op.target === undefined ? "" : `:${target(op.target)}`}`;
    case "longer":
      return `longer:${op.words ?? ""}`;
    case "tone":
      return `tone:${op.tone}`;
    case "ask":
      return `ask:${op.text}`;
    case "subject":
      return `subject:${op.mode}:${"text" in op ? op.text : ""}`;
    case "mention":
      return `mention:${op.text}`;
    case "remove":
    case "lock":
    case "unlock":
    case "question":
      return `${op.op}:${target(op.target)}`;
    case "rewrite":
      return `rewrite:${target(op.target)}:${op.text ?? ""}`;
    case "replace":
      return `replace:${op.from}>${op.to}`;
    case "ban":
    case "require":
      return `${op.op}:${op.words.join(",")}`;
    case "ps":
      return `ps:${op.text ?? op.about ?? ""}`;
    case "variable":
      return `variable:${op.said}`;
    case "restore":
      return `restore:${op.version}`;
    case "greeting":
    case "signoff":
      return `${op.op}:${op.text}`;
    case "plain":
      return `plain:${op.what}`;
    case "slot":
      return `slot:${op.slot}:${op.value}`;
    case "pattern":
      return `pattern:${op.pattern}`;
    case "talk":
      return `talk:${op.about}`;
    default:
      return `${op.op}:`;
  }
}

function target(one: Target): string {
  switch (one.kind) {
    case "role":
      return `role:${one.role}`;
    case "paragraph":
      return `paragraph:${one.index}`;
    case "sentence":
      return `sentence:${one.index}`;
    case "quote":
    case "topic":
      return `${one.kind}:${one.text}`;
    default:
      return one.kind;
  }
}
