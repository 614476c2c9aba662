import type { BlockRole } from "./block-role.ts";

interface Named {
  readonly name: string;
  readonly id?: string | undefined;
  readonly role?: BlockRole | undefined;
}

/** Give each block the id and role it was written without; ids made from names never collide with another block's. */
export function fillBlocks<B extends Named>(blocks: readonly B[]): (B & { id: string; role: BlockRole })[] {
  const taken = new Set(blocks.map((block) => block.id));
  return blocks.map((block) => {
    const id = block.id ?? freeId(slug(block.name), taken);
    taken.add(id);
    return { ...block, id, role: block.role ?? "other" };
  });
}

function slug(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const id = plain
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 28)
    .replace(/_+$/, "");
  return id || "block";
}

function freeId(wanted: string, taken: ReadonlySet<string | undefined>): string {
  if (!taken.has(wanted)) return wanted;
  for (let i = 2; ; i++) if (!taken.has(`${wanted}_${i}`)) return `${wanted}_${i}`;
}
