import { StateField, type EditorState, type Extension } from "@codemirror/state";
import { showTooltip, type Tooltip } from "@codemirror/view";

/** What is asked about selected words. `ask` leaves the wording to the person. */
export type SelectionWish = "Shorter" | "Softer" | "Rephrase" | "Ask…";

export interface SelectedWords {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const wishes: readonly SelectionWish[] = ["Shorter", "Softer", "Rephrase", "Ask…"];

/** Fewer characters than this are a slip of the pointer. */
const fewest = 3;

/** A small bar over selected words. */
export function selectionBar(onWish: (wish: SelectionWish, words: SelectedWords) => void): Extension {
  function tooltipOf(state: EditorState): Tooltip | null {
    const { from, to } = state.selection.main;
    if (to - from < fewest) return null;
    return {
      pos: from,
      end: to,
      above: true,
      create() {
        const dom = document.createElement("div");
        dom.className = "cm-selection-bar";
        dom.setAttribute("role", "toolbar");
        dom.setAttribute("aria-label", "Ask about the selected words");
        for (const wish of wishes) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = wish;
          button.addEventListener("mousedown", (event) => event.preventDefault());
          button.addEventListener("click", () => onWish(wish, { from, to, text: state.sliceDoc(from, to) }));
          dom.append(button);
        }
        return { dom };
      },
    };
  }
  return StateField.define<Tooltip | null>({
    create: tooltipOf,
    update: (value, transaction) =>
      transaction.docChanged || transaction.selection !== undefined ? tooltipOf(transaction.state) : value,
    provide: (self) => showTooltip.from(self),
  });
}
