import { Prec, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, keymap, WidgetType, type DecorationSet } from "@codemirror/view";
import { readableTemplate } from "../../lib/plain-template.ts";

/** A proposed change where it stands in this text. */
export interface HunkMark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

export type DecideHunk = (id: string, accept: boolean) => void;

export const setHunks = StateEffect.define<readonly HunkMark[]>();

class Offer extends WidgetType {
  readonly hunk: HunkMark;
  readonly decide: DecideHunk;
  constructor(hunk: HunkMark, decide: DecideHunk) {
    super();
    this.hunk = hunk;
    this.decide = decide;
  }
  override eq(other: Offer): boolean {
    return other.hunk.id === this.hunk.id && other.hunk.after === this.hunk.after;
  }
  override toDOM(): HTMLElement {
    const box = document.createElement("span");
    box.className = "cm-offer";
    const words = readableTemplate(this.hunk.after);
    if (words !== "") {
      const added = document.createElement("ins");
      added.textContent = words;
      box.append(added);
    }
    const former = readableTemplate(this.hunk.before);
    const what =
      former === "" ? `adding “${words}”` : words === "" ? `removing “${former}”` : `“${words}” for “${former}”`;
    box.append(this.button("Accept", `Accept ${what}`, true), this.button("Reject", `Reject ${what}`, false));
    return box;
  }
  private button(word: string, label: string, accept: boolean): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cm-offer-button";
    button.textContent = word;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => this.decide(this.hunk.id, accept));
    return button;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

interface Marks {
  readonly hunks: readonly HunkMark[];
  readonly set: DecorationSet;
}

/** Proposed changes in place, over the person's text, each with its own accept and reject. */
export function proposalMarks(decide: DecideHunk): Extension {
  const marksOf = (hunks: readonly HunkMark[]): Marks => ({
    hunks,
    set: Decoration.set(
      hunks.flatMap((hunk) => [
        ...(hunk.to > hunk.from
          ? [Decoration.mark({ class: "cm-hunk", tagName: "del" }).range(hunk.from, hunk.to)]
          : []),
        Decoration.widget({ widget: new Offer(hunk, decide), side: 1 }).range(hunk.to),
      ]),
      true,
    ),
  });
  const field = StateField.define<Marks>({
    create: () => marksOf([]),
    update(value, transaction) {
      for (const effect of transaction.effects)
        if (effect.is(setHunks)) return marksOf(effect.value.filter((hunk) => hunk.to <= transaction.newDoc.length));
      if (!transaction.docChanged || value.hunks.length === 0) return value;
      const moved = value.hunks.map((hunk) => ({
        ...hunk,
        from: transaction.changes.mapPos(hunk.from, 1),
        to: transaction.changes.mapPos(hunk.to, -1),
      }));
      // A hunk whose place was typed over is shown again by the server, apart.
      return marksOf(
        moved.filter(
          (hunk) => hunk.from <= hunk.to && transaction.newDoc.sliceString(hunk.from, hunk.to) === hunk.before,
        ),
      );
    },
    provide: (self) => EditorView.decorations.from(self, (value) => value.set),
  });
  const current = (state: EditorState): HunkMark | undefined => {
    const { hunks } = state.field(field);
    const at = state.selection.main.head;
    return hunks.find((hunk) => hunk.from <= at && at <= hunk.to) ?? hunks.find((hunk) => hunk.from >= at) ?? hunks[0];
  };
  const step = (by: 1 | -1) => (view: EditorView) => {
    const { hunks } = view.state.field(field);
    const at = view.state.selection.main.head;
    const next =
      by === 1
        ? (hunks.find((hunk) => hunk.from > at) ?? hunks[0])
        : (hunks.findLast((hunk) => hunk.from < at) ?? hunks.at(-1));
    if (next === undefined) return false;
    view.dispatch({ selection: { anchor: next.from }, scrollIntoView: true });
    return true;
  };
  const answer = (accept: boolean) => (view: EditorView) => {
    const hunk = current(view.state);
    if (hunk !== undefined) decide(hunk.id, accept);
    return hunk !== undefined;
  };
  const keys = keymap.of([
    { key: "Alt-ArrowDown", run: step(1) },
    { key: "Alt-ArrowUp", run: step(-1) },
    { key: "Alt-Enter", run: answer(true) },
    { key: "Alt-Backspace", run: answer(false) },
  ]);
  return [field, Prec.high(keys)];
}
