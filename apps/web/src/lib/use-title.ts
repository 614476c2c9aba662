import { useEffect } from "react";

/** Name the page in the tab and in the history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Longhand" : `${title} · Longhand`;
  }, [title]);
}
