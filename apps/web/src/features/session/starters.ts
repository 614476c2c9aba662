import type { Campaign, CampaignNode, Lead } from "../../lib/wire.ts";

/** What the starters of an empty chat are made from. */
interface Source {
  readonly campaign: Campaign;
  readonly nodes: readonly CampaignNode[];
  readonly node: CampaignNode;
  readonly leads: readonly Lead[];
}

/** First requests made from the campaign's own data: its place in the sequence, its sender, its leads. */
export function starters({ campaign, nodes, node, leads }: Source): readonly string[] {
  const emails = nodes.filter((other) => other.type === "email" || other.type === "ai");
  const place = emails.findIndex((other) => other.id === node.id);
  const company = campaign.sender.company ?? "us";
  const role = commonest(leads.map((lead) => lead.position));
  const people = role === undefined ? "these leads" : `leads such as ${role}`;
  if (place <= 0) {
    return [
      `Write a first email that introduces ${company} to ${people} and asks for a 15-minute call`,
      leads.some((lead) => lead.headline !== null)
        ? "Open with each lead’s headline where there is one"
        : "Open with something about each lead’s company",
      "Ask me what you need to know first",
    ];
  }
  if (place === emails.length - 1)
    return [
      `Write a last short email that closes the loop politely`,
      `Follow up on email ${place} with one new reason to answer`,
      "Ask me what you need to know first",
    ];
  return [
    `Follow up on email ${place} with one new proof`,
    `A shorter nudge that refers to email ${place}`,
    "Ask me what you need to know first",
  ];
}

function commonest(values: readonly (string | null)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
