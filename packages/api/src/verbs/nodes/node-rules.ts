import { AppError, type Issue } from "../../base/errors.ts";
import type { NodeEntry, NodeType } from "./contract.ts";

/** The most nodes one sequence may hold: far beyond any real one, and few enough to renumber in one statement. */
export const maxNodes = 100;

const minutesPerDay = 1440;
const longestDelayMinutes = 30 * minutesPerDay;

/** Content of a node as a caller gives it: absent keys are left as they are. */
export type NodeContent = Omit<NodeEntry, "id" | "type">;

const fieldsOf: Record<NodeType, readonly (keyof NodeContent)[]> = {
  email: ["subject", "body"],
  ai: ["subject", "body", "purpose"],
  delay: ["delayDays", "delayHours", "delayMinutes"],
  end: [],
};
const allFields: readonly (keyof NodeContent)[] = [
  "subject",
  "body",
  "delayDays",
  "delayHours",
  "delayMinutes",
  "purpose",
];

/** The content of a node, complete. */
export interface HeldContent {
  readonly subject: string | null;
  readonly body: string | null;
  readonly delayDays: number;
  readonly delayHours: number;
  readonly delayMinutes: number;
  readonly purpose: string | null;
}

/** What stands in a node before anybody wrote to it. */
const emptyContent: HeldContent = {
  subject: null,
  body: null,
  delayDays: 0,
  delayHours: 0,
  delayMinutes: 0,
  purpose: null,
};

/** What a node holds after this content is written over what was there before. */
export function fillContent(content: NodeContent, before: HeldContent = emptyContent): HeldContent {
  return {
    subject: content.subject === undefined ? before.subject : content.subject,
    body: content.body === undefined ? before.body : content.body,
    delayDays: content.delayDays ?? before.delayDays,
    delayHours: content.delayHours ?? before.delayHours,
    delayMinutes: content.delayMinutes ?? before.delayMinutes,
    purpose: content.purpose === undefined ? before.purpose : content.purpose,
  };
}

/** Fields that do not apply to the type and carry something, each named under `at`. */
export function misplacedFields(type: NodeType, content: NodeContent, at = ""): Issue[] {
  return allFields
    .filter(
      (field) =>
        !fieldsOf[type].includes(field) && content[field] !== undefined && content[field] !== emptyContent[field],
    )
    .map((field) => ({ path: `${at}/${field}`, message: `does not apply to a node of type ${type}` }));
}

/** Whether a delay lasts from 1 minute to 30 days, its three parts added. */
export function delayIssues(type: NodeType, delay: HeldContent, at = ""): Issue[] {
  if (type !== "delay") return [];
  const minutes = delay.delayDays * minutesPerDay + delay.delayHours * 60 + delay.delayMinutes;
  if (minutes >= 1 && minutes <= longestDelayMinutes) return [];
  return [
    { path: `${at}/delayDays`, message: "with hours and minutes added must make a delay of 1 minute to 30 days" },
  ];
}

/**
 * Refuse a sequence that breaks a rule.
 *
 * @throws {AppError} `invalid_input` with the issues, if there are any.
 */
export function refuseIssues(issues: readonly Issue[]): void {
  const [first] = issues;
  if (first === undefined) return;
  const name = (first.path.split("/").at(-1) ?? "").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  throw new AppError("invalid_input", `The sequence cannot be changed like this: ${name} ${first.message}.`, {
    issues,
  });
}

/** A sequence ends in its one `end` node; nothing comes after it and nothing takes its place. */
export function endIssues(types: readonly NodeType[], path: string): Issue[] {
  const ends = types.filter((type) => type === "end").length;
  if (ends === 1 && types.at(-1) === "end") return [];
  return [{ path, message: "would leave a sequence that does not end in its one end node" }];
}
