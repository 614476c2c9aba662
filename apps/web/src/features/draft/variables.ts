import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { parse } from "@longhand/template";
import { variableLabel } from "../../lib/plain-template.ts";

/** A name that may be used, with how many leads have a value. */
export interface KnownVariable {
  readonly name: string;
  readonly filled: number;
  readonly total: number;
}

/** A variable in the text that was clicked. */
export interface ChosenVariable {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly fallback: string | null;
  readonly anchor: HTMLElement;
}

class Chip extends WidgetType {
  readonly name: string;
  readonly fallback: string | null;
  readonly unknown: boolean;
  constructor(name: string, fallback: string | null, unknown: boolean) {
    super();
    this.name = name;
    this.fallback = fallback;
    this.unknown = unknown;
  }
  override eq(other: Chip): boolean {
    return other.name === this.name && other.fallback === this.fallback && other.unknown === this.unknown;
  }
  override toDOM(): HTMLElement {
    const chip = document.createElement("span");
    chip.className = this.unknown ? "cm-chip cm-chip-unknown" : "cm-chip";
    chip.dataset["chip"] = "";
    chip.setAttribute("role", "img");
    const label = variableLabel(this.name);
    const fallback = this.fallback === null ? "" : ` or ${this.fallback === "" ? "nothing" : this.fallback}`;
    chip.setAttribute("aria-label", `variable ${label}${fallback}${this.unknown ? ", not known here" : ""}`);
    chip.title = this.unknown
      ? `No lead has a field “${label}”`
      : `Click to set what stands here for leads without ${label}`;
    chip.append(label);
    if (fallback !== "") {
      const rest = document.createElement("span");
      rest.className = "cm-chip-fallback";
      rest.textContent = fallback;
      chip.append(rest);
    }
    return chip;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

function decorate(view: EditorView, known: ReadonlySet<string>): DecorationSet {
  const tokens = parse(view.state.doc.toString()).tokens.filter((token) => token.kind === "variable");
  return Decoration.set(
    tokens.map((token) =>
      Decoration.replace({
        widget: new Chip(token.name, token.fallback, known.size > 0 && !known.has(token.name)),
      }).range(token.from, token.to),
    ),
  );
}

/** Variables as chips that the caret steps over and Backspace removes whole; a click names the chosen one. */
export function variableChips(
  read: () => readonly KnownVariable[],
  onChoose: (chosen: ChosenVariable) => void,
): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      names: ReadonlySet<string>;
      constructor(view: EditorView) {
        this.names = new Set(read().map((known) => known.name));
        this.decorations = decorate(view, this.names);
      }
      update(update: ViewUpdate): void {
        const names = new Set(read().map((known) => known.name));
        if (!update.docChanged && names.size === this.names.size) return;
        this.names = names;
        this.decorations = decorate(update.view, names);
      }
    },
    {
      decorations: (value) => value.decorations,
      provide: (self) => EditorView.atomicRanges.of((view) => view.plugin(self)?.decorations ?? Decoration.none),
      eventHandlers: {
        mousedown(event, view) {
          const anchor = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(".cm-chip") : null;
          if (anchor === null || event.button !== 0) return false;
          const at = view.posAtDOM(anchor);
          const token = parse(view.state.doc.toString()).tokens.find(
            (other) => other.kind === "variable" && other.from <= at && at < other.to,
          );
          if (token?.kind !== "variable") return false;
          event.preventDefault();
          onChoose({ from: token.from, to: token.to, name: token.name, fallback: token.fallback, anchor });
          return true;
        },
      },
    },
  );
  return [
    plugin,
    autocompletion({ override: [(context) => complete(context, read())], icons: false, activateOnTypingDelay: 50 }),
  ];
}

function complete(context: CompletionContext, known: readonly KnownVariable[]): CompletionResult | null {
  const typed = context.matchBefore(/%[A-Za-z_][\w.]*|%/);
  if (typed === null) return null;
  return {
    from: typed.from,
    filter: true,
    validFor: /^%[\w.]*$/,
    options: known.map(({ name, filled, total }, index) => ({
      label: `%${name}%`,
      displayLabel: variableLabel(name),
      ...(total > 0 && { detail: `${filled} of ${total}` }),
      // In the order they are offered in: fields of the lead, then the campaign's own, as people know them.
      boost: -Math.min(index, 99),
    })),
  };
}
