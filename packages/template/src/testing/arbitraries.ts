import fc from "fast-check";

const pieces = [
  "%",
  "%%",
  "|",
  "&&",
  "&",
  "\n",
  "\r\n",
  " ",
  "first_name",
  "company",
  "custom_fields.team_size",
  "off",
  ".",
  ",",
  "?",
  "http://x.io/",
  "%C3",
  "a",
  "é",
  "😀",
  "\u{D800}",
  "⟦",
  "%first_name%",
  "%company|your team%",
  "&&opener: one line on %position%&&",
  "Dr. ",
  "Hi Anna,",
  "10",
  "é",
];

/** Sources that are dense in the grammar's corner cases. */
export const source: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ maxLength: 80, unit: "binary" }),
);
