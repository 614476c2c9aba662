/**
 * One pattern out of alternatives, so that each can stand on its own line. `frame` says what stands around all of them,
 * with `*` for their place.
 */
export function anyOf(alternatives: readonly string[], flags: string, frame = "*"): RegExp {
  const [before = "", after = ""] = frame.split("*");
  return new RegExp(`${before}(?:${alternatives.join("|")})${after}`, flags);
}
