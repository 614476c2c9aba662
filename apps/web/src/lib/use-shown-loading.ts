import { useEffect, useState } from "react";

const beforeMs = 150;
const atLeastMs = 300;

/** Nothing for 150 ms, then the placeholder for at least 300 ms: no flash for what is quick, no flicker for what is not. */
export function useShownLoading(loading: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (loading === shown) return;
    const timer = setTimeout(() => setShown(loading), loading ? beforeMs : atLeastMs);
    return () => clearTimeout(timer);
  }, [loading, shown]);
  return shown;
}
