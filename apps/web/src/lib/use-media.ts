import { useSyncExternalStore } from "react";

function watch(query: string): MediaQueryList | undefined {
  return typeof matchMedia === "function" ? matchMedia(query) : undefined;
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = watch(query);
      media?.addEventListener("change", listener);
      return () => media?.removeEventListener("change", listener);
    },
    () => watch(query)?.matches ?? false,
  );
}

/** Below this width the editor's panes become tabs. */
export const narrow = "(width < 56.25rem)";
