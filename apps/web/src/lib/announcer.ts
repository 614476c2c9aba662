/** Words for people who cannot see the change: at most one sentence in two seconds, the newest wins. */
export interface Announcer {
  say(sentence: string): void;
  stop(): void;
}

const quietMs = 2_000;

/** An announcer that shows its sentence through `show`. The clock and timer are handed in. */
export function createAnnouncer(
  show: (sentence: string) => void,
  clock: { now(): number; after(ms: number, work: () => void): () => void } = browserClock,
): Announcer {
  let lastAt = -Infinity;
  let next: string | undefined;
  let cancel: (() => void) | undefined;
  function speak(): void {
    cancel = undefined;
    if (next === undefined) return;
    lastAt = clock.now();
    show(next);
    next = undefined;
  }
  return {
    say(sentence) {
      next = sentence;
      if (cancel !== undefined) return;
      const wait = lastAt + quietMs - clock.now();
      if (wait <= 0) speak();
      else cancel = clock.after(wait, speak);
    },
    stop() {
      cancel?.();
      cancel = undefined;
      next = undefined;
    },
  };
}

const browserClock = {
  now: () => performance.now(),
  after(ms: number, work: () => void) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

let region: HTMLElement | null = null;
const page = createAnnouncer((sentence) => {
  if (region !== null) region.textContent = sentence;
});

/** Say one sentence through the page's only polite live region. */
export function announce(sentence: string): void {
  page.say(sentence);
}

/** The element that speaks; set by the page's frame. */
export function setAnnouncerRegion(element: HTMLElement | null): void {
  region = element;
}
