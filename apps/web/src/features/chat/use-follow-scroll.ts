import { useEffect, useRef, useState } from "react";

/** Within this distance of the end a reader counts as following. */
const nearPx = 64;

/** Whether a scrolled box stands near enough to its end to be taken along. */
export function isNearEnd(box: {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight <= nearPx;
}

/** Keeps the end of a growing list in view while its reader is there, and leaves a reader elsewhere alone. */
export function useFollowScroll() {
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [behind, setBehind] = useState(false);
  useEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (element === null || content === null || content === undefined) return;
    element.scrollTop = element.scrollHeight;
    const grown = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
      else setBehind(!isNearEnd(element));
    });
    grown.observe(content);
    grown.observe(element);
    return () => grown.disconnect();
  }, []);
  return {
    box,
    behind,
    onScroll() {
      if (box.current === null) return;
      following.current = isNearEnd(box.current);
      if (following.current) setBehind(false);
    },
    attach() {
      following.current = true;
      setBehind(false);
      if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
    },
  };
}
