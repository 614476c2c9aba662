import { takeNounPhrase } from "../nlu/noun-phrase.ts";
import { massNouns, productNouns } from "../words/nouns.ts";
import { headNoun, isPluralWord } from "../words/number-of.ts";
import type { Finding } from "./finding.ts";
import { tidyAudience } from "./read-audience.ts";

/** Words behind "for" and "to" that are times, measures or things, not people. */
const things =
  /^(?:years|months|weeks|days|hours|minutes|times|reasons|prices|costs|results|orders|invoices|meetings|calls|emails|tasks|jobs|projects|events|weekends|holidays|things|others|parts|needs|purposes|sizes|grades|languages|seasons|details|samples|numbers|files|documents|sales|ads|payments|claims|repairs|visits|trips|pizzas|meals|boards|sites|homes|goods|products|fruits|vegetables|animals|dogs|cats|cars|trucks|boats|bikes|buildings|houses|rooms|windows|floors|roofs|machines|devices)$/i;

/**
 * The audience of a brief that names none outright: the plural noun a product is
 * "for" or sold "to" ("vegan cheese for pizzerias"). A guess, used only where
 * nothing better was said.
 */
export function inferAudience(findings: readonly Finding[]): Finding[] {
  if (findings.some(({ slot }) => slot === "audience")) return [];
  for (const { slot, quote } of findings) {
    if (slot !== "product") continue;
    for (const match of quote.matchAll(/\b(?:for|to)\s+(?!our\b|your\b|their\b|me\b|us\b|them\b|\d)([a-z].*)$/gi)) {
      const { phrase } = takeNounPhrase(match[1] ?? "");
      const head = headNoun(phrase).toLowerCase();
      if (
        isPluralWord(head) &&
        !productNouns.has(head) &&
        !massNouns.has(head) &&
        !things.test(head) &&
        phrase.split(/\s+/).length <= 6
      )
        return [{ slot: "audience", value: tidyAudience(phrase), quote, weight: 1 }];
    }
  }
  return [];
}
