import { anyOf } from "./any-of.ts";
/** What a job title says, in words a prompt may hold; null where it says nothing. */
export interface PositionKind {
  readonly function: string | null;
  readonly seniority: string | null;
}

const functions: readonly (readonly [string, RegExp])[] = [
  [
    "finance",
    /\b(?:cfo|financ\w*|account(?:s|ing|ant|ants)|controller|controlling|treasur\w*|bookkeep\w*|audit\w*|payroll|fp&a)\b/i,
  ],
  ["people", /\b(?:chro|hr|human resources|people(?: ops| operations| partner)?|talent|recruit\w*|personnel)\b/i],
  ["marketing", /\b(?:cmo|marketing|brand|growth|demand gen\w*|content|seo|communications|pr)\b/i],
  ["sales", /\b(?:cro|sales|revenue|account executive|account manager|business development|bdr|sdr|partnerships?)\b/i],
  ["customer", /\b(?:cco|customer|client|support|success)\b/i],
  ["data", /\b(?:data|analytics|machine learning|ml|ai|bi)\b/i],
  ["product", /\b(?:cpo|product|ux|ui|design\w*)\b/i],
  ["security", /\b(?:ciso|security|compliance|risk|privacy)\b/i],
  [
    "engineering",
    /\b(?:cto|cio|engineer\w*|develop\w*|software|devops|sre|technolog\w*|technical|architect|it|infrastructure|platform)\b/i,
  ],
  ["legal", /\b(?:legal|counsel|lawyer|attorney|solicitor|paralegal)\b/i],
  [
    "operations",
    /\b(?:coo|operations?|ops|logistics|supply chain|procurement|purchasing|facilities|warehouse|production|plant|project|office|chief of staff)\b/i,
  ],
  [
    "general management",
    /\b(?:ceo|founders?|co-?founder|owner|president|managing (?:director|partner)|general manager|principal|partner)\b/i,
  ],
];

const seniorities: readonly (readonly [string, RegExp])[] = [
  [
    "assistant level",
    /\b(?:assistant to|executive assistant|personal assistant|intern|trainee|apprentice|working student)\b/i,
  ],
  ["vice president level", /\b(?:[se]?vp|vice[ -]president)\b/i],
  [
    "executive level",
    /\b(?:chief \w+(?: \w+)? officer|c[efotmpsirh]o|chro|ciso|president|managing (?:director|partner)|chief of staff)\b/i,
  ],
  ["owner level", /\b(?:founders?|co-?founder|owner|proprietor|partner)\b/i],
  ["director level", /\b(?:director|head)\b/i],
  ["manager level", /\b(?:manager|lead|leader|supervisor|controller|principal|team lead)\b/i],
  [
    "specialist level",
    anyOf(
      [
        String.raw`specialist|engineer|developer|analyst|accountant|designer|consultant|executive|associate`,
        String.raw`representative|coordinator|officer|administrator|assistant|bookkeeper|recruiter|counsel`,
        String.raw`scientist|clerk|technician|[bs]dr`,
      ],
      "i",
      String.raw`\b*\b`,
    ),
  ],
];

/** Classify a job title by function and seniority from keywords. English titles; others mostly give nulls. */
export function classifyPosition(position: string): PositionKind {
  const find = (table: readonly (readonly [string, RegExp])[]): string | null =>
    table.find(([, pattern]) => pattern.test(position))?.[0] ?? null;
  return { function: find(functions), seniority: find(seniorities) };
}

/** The classification as one phrase ("finance, director level"), or null when a title says nothing. */
export function positionKind(position: string): string | null {
  const { function: does, seniority } = classifyPosition(position);
  const parts = [does, seniority].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}
