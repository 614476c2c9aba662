import { StateEffect, StateField, type ChangeSpec, type Extension } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import { diff } from "@longhand/template";

const clear = StateEffect.define<null>();
const mark = StateEffect.define<readonly { readonly from: number; readonly to: number }[]>();

/** How long words that came from elsewhere stay marked. */
const shownMs = 6_000;

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let marks = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(clear)) marks = Decoration.none;
      if (effect.is(mark))
        marks = Decoration.set(
          effect.value
            .filter((range) => range.to > range.from)
            .map((range) => Decoration.mark({ class: "cm-changed" }).range(range.from, range.to)),
        );
    }
    return marks;
  },
  provide: (self) => EditorView.decorations.from(self),
});

/** Room for marks of words that came from elsewhere. */
export const changedMarks: Extension = field;

/** Turn the shown text into another with the smallest changes, so that the caret keeps its place, and mark what is new. */
export function replaceText(view: EditorView, text: string, isMarked: boolean): void {
  const hunks = diff(view.state.doc.toString(), text);
  if (hunks.length === 0) return;
  const changes: ChangeSpec[] = hunks.map((hunk) => ({ from: hunk.from, to: hunk.to, insert: hunk.after }));
  const effects = isMarked ? [mark.of(hunks.map((hunk) => ({ from: hunk.after_from, to: hunk.after_to })))] : [];
  view.dispatch({ changes, effects, userEvent: "external" });
  if (isMarked) setTimeout(() => view.dispatch({ effects: clear.of(null) }), shownMs);
}
