import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Compartment, EditorState, type Transaction } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { useEffect, useImperativeHandle, useRef, type RefObject } from "react";
import { changedMarks, replaceText } from "./changed-marks.ts";
import { editorTheme } from "./editor-theme.ts";
import { proposalMarks, setHunks, type HunkMark } from "./proposal-marks.ts";
import { selectionBar, type SelectedWords, type SelectionWish } from "./selection-bar.ts";
import { variableChips, type ChosenVariable, type KnownVariable } from "./variables.ts";

/** A finding in this text. */
export interface TextMark {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** What can be done about it, in a few words. */
  readonly fix: string | null;
}

export interface TextEditorHandle {
  focus(): void;
  /** Put other words where a range stands, as the person's own edit. */
  replace(from: number, to: number, words: string): void;
  reveal(from: number, to: number): void;
}

interface Props<Mark extends TextMark> {
  readonly ref: RefObject<TextEditorHandle | null>;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly singleLine?: boolean;
  readonly variables: readonly KnownVariable[];
  readonly marks: readonly Mark[];
  readonly hunks: readonly HunkMark[];
  readonly describedBy?: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onVariable: (chosen: ChosenVariable) => void;
  readonly onWish: (wish: SelectionWish, words: SelectedWords) => void;
  readonly onDecide: (id: string, accept: boolean) => void;
  readonly onFix: (mark: Mark) => void;
  readonly onSave: () => void;
  /** Enter or ArrowDown in a single line. */
  readonly onNext?: () => void;
}

/** One text of the draft. The document is the string: variables, findings and proposals are drawn over it. */
export function TextEditor<Mark extends TextMark>(props: Props<Mark>) {
  const { ref, value, marks, hunks, variables, singleLine: isSingle = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const parent = box.current;
    if (parent === null) return;
    const { label, hint, value, singleLine = false, describedBy } = latest.current;
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: value,
        extensions: [
          history(),
          drawSelection(),
          EditorView.lineWrapping,
          EditorState.tabSize.of(2),
          new Compartment().of(placeholder(hint)),
          EditorView.contentAttributes.of({
            "aria-label": label,
            spellcheck: "true",
            autocapitalize: "sentences",
            dir: "auto",
            ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
          }),
          keymap.of([
            { key: "Mod-s", run: () => (latest.current.onSave(), true), preventDefault: true },
            ...(singleLine
              ? ["Enter", "ArrowDown"].map((key) => ({ key, run: () => (latest.current.onNext?.(), true) }))
              : []),
          ]),
          changedMarks,
          variableChips(
            () => latest.current.variables,
            (chosen) => latest.current.onVariable(chosen),
          ),
          proposalMarks((id, accept) => latest.current.onDecide(id, accept)),
          selectionBar((wish, words) => latest.current.onWish(wish, words)),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          ...(singleLine ? [EditorState.transactionFilter.of(oneLine)] : []),
          EditorView.domEventHandlers({ blur: () => latest.current.onBlur() }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.every((transaction) => transaction.isUserEvent("external")))
              latest.current.onChange(update.state.doc.toString());
          }),
          editorTheme,
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (editor !== null && editor.state.doc.toString() !== value)
      replaceText(editor, value, editor.state.doc.length > 0);
  }, [value]);
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { length } = editor.state.doc;
    const found = marks
      .filter((mark) => mark.to <= length && mark.from < mark.to)
      .map((mark) => toDiagnostic(mark, () => latest.current.onFix(mark)));
    editor.dispatch(setDiagnostics(editor.state, found));
  }, [marks]);
  useEffect(() => {
    view.current?.dispatch({ effects: setHunks.of(hunks) });
  }, [hunks]);
  useEffect(() => {
    // The chips ask for the names when they are drawn; new names need a drawing.
    view.current?.dispatch({});
  }, [variables]);
  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    replace: (from, to, words) => view.current?.dispatch({ changes: { from, to, insert: words }, userEvent: "input" }),
    reveal(from, to) {
      const editor = view.current;
      if (editor === null) return;
      const end = Math.min(to, editor.state.doc.length);
      editor.dispatch({ selection: { anchor: Math.min(from, end), head: end }, scrollIntoView: true });
      editor.focus();
    },
  }));
  return <div ref={box} className={isSingle ? "[&_.cm-content]:font-medium" : "[&_.cm-content]:min-h-[16rem]"} />;
}

function toDiagnostic({ from, to, severity, message, fix }: TextMark, run: () => void): Diagnostic {
  return { from, to, severity, message, ...(fix === null ? {} : { actions: [{ name: fix, apply: run }] }) };
}

/** Line breaks that are pasted into a single line become spaces. */
function oneLine(transaction: Transaction) {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
  const text = transaction.newDoc.toString().replaceAll(/\s*\n\s*/g, " ");
  return [
    { changes: { from: 0, to: transaction.startState.doc.length, insert: text }, selection: { anchor: text.length } },
  ];
}
