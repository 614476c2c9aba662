import { useEffect, useRef } from "react";
import { hasMod, isTyping } from "../../lib/keys.ts";
import { entryFor, keyOf } from "./registry.ts";

interface Handlers {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** Keys that work on every page. Single keys are dead while somebody types. */
export function usePageKeys(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const mod = hasMod(event);
      const entry = entryFor(keyOf(event, mod), "everywhere");
      if (entry === undefined || event.defaultPrevented || (!mod && isTyping(event.target))) return;
      event.preventDefault();
      if (entry === "palette") latest.current.onPalette();
      if (entry === "help") latest.current.onHelp();
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
