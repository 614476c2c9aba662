/** Characters between `|` and the closing `%`, counted as written. Keeps look-ahead bounded and lexing linear. */
const maxFallbackLength = 120;

const percentCode = 37;
const barCode = 124;
const name = /[A-Za-z_][A-Za-z0-9_]{0,63}(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,63})?/y;
const forbidden = /[\r\n]|&&/;

/** Where the percent signs of a source are, and where the variable opened by each of them ends (-1: opens none). */
export interface VariableEnds {
  readonly percents: readonly number[];
  readonly ends: Int32Array;
}

/**
 * Find the variable that each percent sign could open.
 *
 * Goes right to left: whether `%%` closes a fallback depends on what its second sign opens.
 */
export function variableEnds(source: string): VariableEnds {
  const percents: number[] = [];
  for (let at = source.indexOf("%"); at >= 0; at = source.indexOf("%", at + 1)) percents.push(at);
  const ends = new Int32Array(percents.length).fill(-1);
  for (let i = percents.length - 1; i >= 0; i--) ends[i] = endOf(source, percents, ends, i);
  return { percents, ends };
}

function endOf(source: string, percents: readonly number[], ends: Int32Array, index: number): number {
  name.lastIndex = (percents[index] ?? 0) + 1;
  if (!name.test(source)) return -1;
  const nameEnd = name.lastIndex;
  const after = source.charCodeAt(nameEnd);
  if (after === percentCode) return nameEnd + 1;
  if (after !== barCode) return -1;
  const from = nameEnd + 1;
  for (let i = index + 1; ; i++) {
    const close = percents[i];
    if (close === undefined || close - from > maxFallbackLength) return -1;
    const doubled = percents[i + 1] === close + 1;
    if (doubled && ends[i + 1] === -1) i++;
    else return forbidden.test(source.slice(from, close)) ? -1 : close + 1;
  }
}
