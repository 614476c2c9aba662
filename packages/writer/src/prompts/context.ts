import { leadValues, senderNames } from "@longhand/template";
import type { TurnState } from "../state.ts";

/** S2: what the company knows and who writes. Changes only when the campaign or the company's knowledge does. */
export function contextText({
  facts,
  campaign,
  banned_phrases,
  required_phrases,
}: Pick<TurnState, "facts" | "campaign" | "banned_phrases" | "required_phrases">): string {
  const { sender, signature } = campaign;
  const who = [[sender.first_name, sender.last_name].filter(Boolean).join(" "), sender.position, sender.company]
    .filter(Boolean)
    .join(", ");
  const filled = senderNames.filter((name) => leadValues({}, sender).get(name) !== null).map((name) => `%${name}%`);
  return [
    "# Campaign",
    `Name: ${campaign.name}`,
    `Sender: ${who || "not stated"}`,
    `Sender variables with a value: ${filled.join(" ") || "none"}; the others need a fallback`,
    signature === null
      ? "Signature: none is added"
      : "Signature: the sending system adds one below the body; write none yourself",
    "",
    "# Facts about the company (cite by id)",
    ...(facts.length === 0
      ? ["none on record"]
      : facts.map(
          ({ id, kind, title, text }) => `- fact:${id} [${kind}]${title === null ? "" : ` ${title}:`} ${text}`,
        )),
    ...list("Never use", banned_phrases),
    ...list("Must appear", required_phrases),
  ].join("\n");
}

function list(label: string, phrases: readonly string[]): string[] {
  return phrases.length === 0 ? [] : [`${label}: ${phrases.map((phrase) => JSON.stringify(phrase)).join(", ")}`];
}
