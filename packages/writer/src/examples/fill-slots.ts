import { parse, type Skeleton } from "@longhand/template";

type SkeletonBlock = Skeleton["blocks"][number];

/** One slot of a plan, and where it stands once the body is filled. */
export interface FilledSlot {
  readonly block: SkeletonBlock;
  /** The slot's own words. */
  readonly prompt: string;
  readonly from: number;
  readonly to: number;
  /** True when the slot is all there is in its paragraph. */
  readonly alone: boolean;
}

/**
 * A skeleton's body with every slot filled by its block's fallback.
 *
 * A slot belongs to the block it names, else to the next one that rests on facts and has no slot yet;
 * one that finds no block is left out.
 */
export function fillSlots(skeleton: Pick<Skeleton, "body" | "blocks">): {
  readonly body: string;
  readonly slots: readonly FilledSlot[];
} {
  const { tokens, source } = parse(skeleton.body, "skeleton");
  const named = new Set(
    tokens.flatMap((token) => (token.kind === "slot" && token.block_id !== null ? [token.block_id] : [])),
  );
  const taken = new Set<string>();
  const slots: FilledSlot[] = [];
  let body = "";
  for (const token of tokens) {
    if (token.kind !== "slot") {
      body += source.slice(token.from, token.to);
      continue;
    }
    const free = skeleton.blocks.find(
      ({ id, personalization }) => personalization.approach !== "" && !taken.has(id) && !named.has(id),
    );
    const block = token.block_id === null ? free : skeleton.blocks.find(({ id }) => id === token.block_id);
    if (block === undefined) continue;
    taken.add(block.id);
    const from = body.length;
    body += block.personalization.fallback;
    const alone = /(?:^|\n)[ \t]*$/.test(source.slice(0, token.from)) && /^[ \t]*(?:\n|$)/.test(source.slice(token.to));
    slots.push({ block, prompt: token.text, from, to: body.length, alone });
  }
  return { body, slots };
}
