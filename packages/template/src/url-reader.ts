const urlEnd = /[\s<>"]/g;

/** Answers, for ever larger offsets, whether an offset lies inside an http(s) URL of the source. */
export interface UrlReader {
  covers(at: number): boolean;
  /** The URL goes on behind a variable that ends at `at`, even if its fallback held a space. */
  extend(at: number): void;
}

/** Read the URLs of a source from left to right; a URL ends at white space, `<`, `>` or `"`. */
export function urlReader(source: string): UrlReader {
  const pattern = /https?:\/\/[^\s<>"]*/gi;
  let from = 0;
  let to = 0;
  return {
    covers(at) {
      while (to <= at) {
        pattern.lastIndex = to;
        const found = pattern.exec(source);
        from = found?.index ?? Infinity;
        to = found === null ? Infinity : found.index + found[0].length;
      }
      return from <= at;
    },
    extend(at) {
      if (at < to) return;
      urlEnd.lastIndex = at;
      to = urlEnd.exec(source)?.index ?? source.length;
    },
  };
}
