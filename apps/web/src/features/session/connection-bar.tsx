import { useEffect, useState } from "react";
import { useStore } from "../../lib/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import type { SessionStore } from "./session-store.ts";

/** A shorter gap is not worth a word. */
const quietMs = 3_000;

/** Says that the server cannot be reached, and that nothing typed is lost. */
export function ConnectionBar({ session }: { readonly session: SessionStore }) {
  const lostAt = useStore(session, (state) => state.lostAt);
  const gone = useStore(session, (state) => state.gone);
  const [shownFor, setShownFor] = useState<number | null>(null);
  useEffect(() => {
    if (lostAt === null) return;
    const timer = setTimeout(() => setShownFor(lostAt), Math.max(0, lostAt + quietMs - Date.now()));
    return () => clearTimeout(timer);
  }, [lostAt]);
  if (gone) {
    return (
      <Banner
        look="warning"
        urgent
        actions={
          <Button size="small" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      >
        This chat was deleted elsewhere. Unsent text is kept in this browser.
      </Banner>
    );
  }
  if (lostAt === null || shownFor !== lostAt) return null;
  return (
    <Banner
      look="warning"
      urgent
      label="Not connected"
      actions={
        <Button size="small" onClick={session.open}>
          Try now
        </Button>
      }
    >
      Not connected. Your text is kept here; trying again.
    </Banner>
  );
}
