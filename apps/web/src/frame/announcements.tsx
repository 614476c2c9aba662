import { setAnnouncerRegion } from "../lib/announcer.ts";

/** The page's one polite live region. */
export function Announcements() {
  return <div role="status" aria-live="polite" className="sr-only" ref={setAnnouncerRegion} />;
}
