import { lowerFirst, shortAudience } from "../nlu/noun-phrase.ts";
import { organisationNouns } from "../words/nouns.ts";
import { headNoun, kindOfNoun, singularise } from "../words/number-of.ts";

/** An audience in the forms that sentences need. */
export interface FittedAudience {
  /** As said, plural: "heads of HR at hospitals". */
  readonly full: string;
  /** Short plural for a second mention: "heads of HR". */
  readonly short: string;
  /** What the reader's organisation is called when its name is missing: "hospital", "company". */
  readonly place: string;
}

const places: Readonly<Record<string, string>> = {
  person: "company",
  team: "team",
  brand: "brand",
  company: "company",
  business: "business",
  chain: "company",
  vendor: "company",
  startup: "company",
  "start-up": "company",
  smb: "company",
  sme: "company",
  enterprise: "company",
  manufacturer: "company",
  maker: "company",
  supplier: "company",
  retailer: "company",
  carrier: "company",
  operator: "company",
  forwarder: "company",
  provider: "company",
  distributor: "company",
  wholesaler: "company",
  reseller: "company",
  employer: "company",
  contractor: "company",
  builder: "company",
  producer: "company",
  printer: "company",
  seller: "shop",
  department: "team",
  association: "association",
  lender: "company",
  insurer: "company",
  integrator: "company",
  developer: "company",
  dealer: "dealership",
  restaurateur: "restaurant",
  hotelier: "hotel",
  publisher: "company",
  consultancy: "firm",
  consultant: "firm",
  broker: "firm",
  lawyer: "firm",
  accountant: "firm",
  dentist: "practice",
  physician: "practice",
  doctor: "practice",
  vet: "practice",
  veterinarian: "practice",
  pastor: "church",
  priest: "parish",
  farmer: "farm",
  beekeeper: "operation",
  grower: "farm",
  rancher: "ranch",
  winemaker: "winery",
  baker: "bakery",
  brewer: "brewery",
  principal: "school",
  teacher: "school",
  florist: "shop",
  pharmacist: "pharmacy",
  chef: "kitchen",
  landlord: "company",
  plumber: "business",
  electrician: "business",
  roofer: "business",
  landscaper: "business",
  cleaner: "business",
  photographer: "studio",
  organisation: "organization",
  marketplace: "company",
  network: "network",
  fund: "fund",
  plant: "plant",
  port: "port",
  fleet: "fleet",
  property: "property",
  union: "organization",
  household: "household",
  estate: "estate",
  industry: "company",
  platform: "company",
  maker2: "company",
  scaleup: "company",
  "scale-up": "company",
  airline: "airline",
  arborist: "business",
};

/** Fit an audience phrase; undefined audience gives the general forms. */
export function fitAudience(value: string | undefined): FittedAudience {
  if (value === undefined) return { full: "teams like yours", short: "teams", place: "company" };
  const full = lowerFirst(value.trim());
  return { full, short: lowerFirst(shortAudience(full)), place: placeOf(full) };
}

function placeOf(phrase: string): string {
  const place = simplePlace(phrase);
  if (!/^(?:center|centre|home|office|house|space|park|department|board|shop|store|council|committee)$/.test(place))
    return place;
  const kind = new RegExp(`([a-z-]+)\\s+${place.replace(/re$/, "(?:re|er)")}s?\\b`, "i")
    .exec(phrase)?.[1]
    ?.toLowerCase();
  return kind === undefined ||
    /^(?:small|large|big|local|independent|regional|new|private|public|other|mid-size|midsize|for|at|of|in|the|all|many|most|own|their|city|old|family|and|or|growing|busy)$/.test(
      kind,
    )
    ? place
    : `${kind} ${place}`;
}

function simplePlace(phrase: string): string {
  const words = phrase
    .toLowerCase()
    .split(/[^a-z-]+/)
    .filter((word) => word !== "");
  const named = [...words]
    .reverse()
    .map((word) => singularise(word))
    .find(
      (word) =>
        organisationNouns.has(word) &&
        ![
          "chain",
          "service",
          "producer",
          "provider",
          "center",
          "centre",
          "property",
          "fund",
          "bar",
          "press",
          "base",
          "mill",
          "yard",
          "port",
          "plant",
          "charter",
          "terminal",
        ].includes(word),
    );
  if (named !== undefined) return places[named] ?? named;
  const at = /\sat\s+(?:[\w-]+\s+){0,3}?([a-z-]+s)(?:\s+(?:in|with|that|who|and|across|from|of|near)\b.*|,.*)?$/.exec(
    phrase,
  )?.[1];
  if (at !== undefined && kindOfNoun(at) === undefined && !/(?:ss|us|is)$/.test(at)) return singularise(at);
  const weak = words.map((word) => singularise(word)).find((word) => organisationNouns.has(word));
  if (weak !== undefined) return places[weak] ?? weak;
  const head = singularise(headNoun(phrase).toLowerCase());
  return places[head] ?? (kindOfNoun(head) === "organisation" ? head : "company");
}
