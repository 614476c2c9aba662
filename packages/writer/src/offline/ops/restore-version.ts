import type { Tree } from "../ast/tree.ts";
import type { DraftState } from "../../state.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import type { Scene } from "./scene.ts";

/**
 * Bring an earlier version back as a new one, its text equal to the byte.
 * Without a number it is the one before; undoing twice goes back two.
 */
export function restoreVersion(
  scene: Scene,
  wanted: number | undefined,
  history: readonly { readonly number: number; readonly tree: Tree }[],
  draft: DraftState | null,
): Applied & { readonly restored?: number } {
  if (history.length === 0) return nothing(scene.tree, "There is no earlier version to go back to.");
  const from = restoredFrom(draft) ?? draft?.number ?? 0;
  const number = wanted ?? Math.max(...history.map((version) => version.number).filter((one) => one < from), 0);
  const found = history.find((version) => version.number === number);
  if (found === undefined)
    return nothing(
      scene.tree,
      wanted === draft?.number
        ? `Version ${number} is the one you are looking at.`
        : wanted === undefined
          ? "That was the first version; there is nothing before it."
          : `There is no version ${number}. Versions so far: ${history.map((version) => version.number).join(", ")} and the present one, ${draft?.number ?? history.length + 1}.`,
    );
  return {
    tree: found.tree,
    done: [`version ${number} is back as a new version (${wordsOfTree(found.tree)} words)`],
    open: [],
    restored: number,
  };
}

/** The version that the present draft is a copy of. */
function restoredFrom(draft: DraftState | null): number | undefined {
  const notes = draft?.notes;
  if (notes === null || typeof notes !== "object" || Array.isArray(notes) || notes === undefined) return undefined;
  const restored = notes["restored"];
  return typeof restored === "number" ? restored : undefined;
}
