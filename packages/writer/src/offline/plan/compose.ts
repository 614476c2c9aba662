import type { Block, Sentence, Tree } from "../ast/tree.ts";
import { renderTree } from "../ast/tree.ts";
import { askOf, askSentence, benefitSentences, offerSentences, proofsOf, valueSentences } from "./content-sentences.ts";
import { problemSentences } from "./problem-sentences.ts";
import { blockOf, repeats } from "./block-of.ts";
import { composeLater } from "./compose-later.ts";
import { greetingSentence, phraseSentence, signoffSentence, userSentence } from "./make-sentences.ts";
import { sentence, wordCount } from "./sentence.ts";
import type { Setting } from "./setting.ts";
import { subjectOf } from "./subject-of.ts";

/** Words a first draft aims at; more facts than that wait for "longer" (checks B01: aim 25–100). */
const aimWords = 95;

/** Write an email from what is known. Every fact in it comes from the setting. */
export function composeEmail(setting: Setting): Tree {
  const tree = setting.place === "first" ? composeFirst(setting) : composeLater(setting);
  return withoutRemoved(tree, setting);
}

/** What was taken out on request does not come back by itself; the line on the offer and the ask always stand. */
function withoutRemoved(tree: Tree, setting: Setting): Tree {
  const gone = setting.known.removed.map((text) => ({ text }));
  if (gone.length === 0) return tree;
  const blocks = tree.blocks.map((block): Block => ({
    ...block,
    sentences: block.sentences.filter(
      (one) =>
        one.part === "value" ||
        one.part === "ask" ||
        one.part === "greeting" ||
        one.part === "signoff" ||
        !repeats(one.text, gone),
    ),
  }));
  return {
    ...tree,
    blocks: blocks
      .filter(({ sentences }) => sentences.length > 0)
      .map((block) => blockOf(block.id ?? "other", block.role, block.sentences)),
  };
}

function composeFirst(setting: Setting): Tree {
  const { facts } = setting.known;
  const problem = problemsOf(setting);
  const after = problem.length > 0;
  const value = setting.productItem === undefined ? [] : valueSentences(setting.productItem, setting, after);
  const support = supportOf(setting, [...problem, ...value], aimWords - 20);
  const proof = pickProof(setting, value);
  const offer =
    facts.offer[0] === undefined ||
    setting.known.ask?.value.toLowerCase().includes(facts.offer[0].value.toLowerCase()) === true
      ? []
      : offerSentences(facts.offer[0], setting);
  const blocks: Block[] = [
    blockOf("greeting", "greeting", [greetingSentence(setting)]),
    blockOf("opener", "opener", [...openerOf(setting, problem.length > 0), ...problem]),
    blockOf("value", "value", [...value, ...support]),
    blockOf("proof", "proof", proof),
    blockOf("offer", "offer", offer),
    blockOf("ask", "ask", [askSentence(askOf(setting), setting)]),
    blockOf("signoff", "signoff", [signoffSentence(setting)]),
  ];
  const tree = arrange(
    { subject: subjectOf(setting), blocks: blocks.filter(({ sentences }) => sentences.length > 0) },
    setting,
  );
  return pad(tree, setting);
}

/** Every trouble that was told, as long as it says something new and leaves room for the rest. */
function problemsOf(setting: Setting): Sentence[] {
  const chosen: Sentence[] = [];
  for (const item of setting.known.facts.pain) {
    const named = chosen.some(({ text }) => text.toLowerCase().includes(setting.audience.short.toLowerCase()));
    const made = problemSentences(item, setting, named);
    if (made.some((one) => repeats(one.text, chosen))) continue;
    const words = [...chosen, ...made].reduce((sum, one) => sum + wordCount(one.text), 0);
    if (chosen.length === 0 || (item.source !== "context" && words <= 50)) chosen.push(...made);
  }
  return chosen;
}

function openerOf(setting: Setting, pain: boolean): Sentence[] {
  const event = setting.known.facts.event[0];
  if (
    event !== undefined &&
    /^(?:we|you|they|met|signed|visited|downloaded|asked|attended|subscribed|registered)\b/i.test(event.value)
  ) {
    const text = event.value.replace(/^they\s+/i, "");
    return [
      userSentence(
        sentence(
          /^we\b/i.test(text)
            ? text.replace(/\bthem\b/gi, "you")
            : `you ${text.replace(/^you\s+/i, "").replace(/\btheir\b/gi, "your")}`,
        ),
        "event",
        event,
        setting,
      ),
    ];
  }
  const made = phraseSentence("opener", "opener", setting, pain ? { pain: "pain" } : {}, {
    must: pain ? ["pain"] : ["topic"],
  });
  if (made === undefined && !pain && setting.productItem !== undefined)
    return [phraseSentence("opener", "opener", setting, {}, { must: ["bare"], shapes: ["bare"] }) ?? []].flat();
  return made === undefined ? [] : [made];
}

/** Benefits and differences that fit into `room` words and say something the product line does not. */
export function supportOf(setting: Setting, value: readonly Sentence[], room: number): Sentence[] {
  const { facts } = setting.known;
  const extra = facts.product
    .slice(1)
    .filter(({ source, value: said }) => source !== "context" && /^(?:we|I|it|our)\b/i.test(said));
  const candidates = [
    ...facts.outcome.map((item) => ({ item, part: "outcome" as const })),
    ...extra.map((item) => ({ item, part: "outcome" as const })),
    ...facts.difference.map((item) => ({ item, part: "difference" as const })),
  ];
  const chosen: Sentence[] = [];
  let words = value.reduce((sum, one) => sum + wordCount(one.text), 0);
  for (const { item, part } of candidates) {
    const made = benefitSentences(item, part, setting);
    const size = made.reduce((sum, one) => sum + wordCount(one.text), 0);
    if (
      made.some((one) => repeats(one.text, [...value, ...chosen])) ||
      words + size > room ||
      chosen.length + made.length > 2
    )
      continue;
    chosen.push(...made);
    words += size;
  }
  return chosen;
}

function pickProof(setting: Setting, others: readonly Sentence[]): Sentence[] {
  const chosen: Sentence[] = [];
  for (const item of setting.known.facts.proof) {
    const made = proofsOf(item, setting).filter(
      (one) => !repeats(one.text, [...others, ...chosen]) && !setting.before.some((body) => body.includes(one.text)),
    );
    if (
      chosen.length === 0 ||
      (item.source === "message" &&
        chosen.length + made.length <= 2 &&
        made.reduce((sum, one) => sum + wordCount(one.text), 0) <= 14)
    )
      chosen.push(...made.slice(0, 2));
  }
  return chosen;
}

/** Order of blocks by pattern: the trouble first by default, the result or the picture first on request. */
function arrange(tree: Tree, setting: Setting): Tree {
  if (setting.known.pattern !== "story") return tree;
  const order = ["greeting", "opener", "proof", "value", "offer", "ask", "signoff"];
  return { ...tree, blocks: tree.blocks.toSorted((a, b) => order.indexOf(a.id ?? "") - order.indexOf(b.id ?? "")) };
}

/** A draft of very few facts gets one honest line more, so that it does not read like a telegram. */
function pad(tree: Tree, setting: Setting): Tree {
  const wish = setting.known.length;
  const short = wish === "short" || (wish !== undefined && Number(wish) < 60);
  const words = wordCount(renderTree(tree).replace(/%[\w.]+\|?([^%]*)%/g, "$1"));
  if (short || words >= 34) return tree;
  const bridge = phraseSentence("bridge", "soft", setting, {}, { spare: ["co"] });
  if (bridge === undefined) return tree;
  const home = tree.blocks.findLastIndex(({ role }) => role === "proof" || role === "value");
  return {
    ...tree,
    blocks: tree.blocks.map((block, at) =>
      at === home ? { ...block, sentences: [...block.sentences, bridge] } : block,
    ),
  };
}
