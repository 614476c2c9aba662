import type { LeadInput } from "@longhand/api/server";

const firstNames =
  "Ana Ben Chi Dara Elena Farid Grace Hugo Ines Jonas Kaya Liam Mina Noor Oskar Petra Quinn Rosa Sami Tessa Umar Vera Wanda Xavier Yara Zoe Amara Björn Carla Dmitri Esme Felix Gita Henrik Isla Jun Kofi Leila Marek Nia".split(
    " ",
  );
const lastNames =
  "Ruiz Okoro Tran Lindqvist Moreau Haddad Novak Silva Berg Keller Adeyemi Costa Dahl Eriksen Fontaine Grant Hoang Ivanov Jansen Khan Laurent Mbeki Nielsen O'Brien Park Quist Romero Sato Thorne Ueda Varga Weiss Yilmaz Zhang Abara".split(
    " ",
  );
const companyStems =
  "Nordwind Halden Brightwater Kestrel Mapleton Oakmere Tidewell Riverstone Larkfield Copperline Elmsworth Pinecrest Fairmont Stonebridge Ironwood Seabright Clearview Redhill Amberley Foxglove Northgate Westbrook Cinder".split(
    " ",
  );
const wholeNames = ["Harbor & Sons", "Quarry Lane", "Blue Heron Press", "Silver Birch Optics", "Granite Peak Outdoor"];
const kinds = [
  "Logistics",
  "Foods",
  "Medical",
  "Studios",
  "Systems",
  "Partners",
  "Retail",
  "Energy",
  "Dental",
  "Print",
];
const positions = [
  "CFO",
  "Head of Finance",
  "Finance Director",
  "Group Financial Controller",
  "VP Finance",
  "Finance Manager",
  "Controller",
  "Chief Operating Officer",
  "Founder",
  "Head of Accounting",
];
const headlines = [
  "Building finance teams that sleep at month-end",
  "Scaling the back office across 4 countries",
  "Numbers person. Former auditor.",
  "Helping operators see their margin weekly",
  "Finance transformation | ERP migrations",
  "Hiring two accountants this quarter",
];
const systems = ["NetSuite", "Xero", "Sage", "QuickBooks", "SAP Business One"];

/** How many leads the demo campaign has. */
export const demoLeadCount = 250;

/**
 * The demo campaign's leads: the same on every machine, with the gaps a real
 * list has (no position, no company, no first name, capitals, legal suffixes).
 */
export function demoLeads(): LeadInput[] {
  return Array.from({ length: demoLeadCount }, (_, index) => demoLead(index));
}

function demoLead(index: number): LeadInput {
  const pick = <T>(list: readonly T[], step: number): T => {
    const value = list[(index * step + Math.floor(index / list.length)) % list.length];
    if (value === undefined) throw new RangeError("an empty list has nothing to pick");
    return value;
  };
  const first = pick(firstNames, 1);
  const last = pick(lastNames, 3);
  const company = index % 12 === 5 ? pick(wholeNames, 1) : `${pick(companyStems, 7)} ${pick(kinds, 3)}`;
  const host = company.toLowerCase().replace(/[^a-z]+/g, "-");
  const person = `${first}.${last}`
    .normalize("NFD")
    .replace(/[^A-Za-z.]/g, "")
    .toLowerCase();
  const has = (every: number, offset: number) => index % every !== offset;
  return {
    email: `${person}${index}@${host}.example`,
    firstName: has(50, 17) ? (has(61, 9) ? first : first.toUpperCase()) : null,
    lastName: has(29, 11) ? last : null,
    company: has(83, 41) ? (has(37, 5) ? company : `${company} GmbH`) : null,
    position: has(7, 3) ? pick(positions, 1) : null,
    headline: index % 5 === 0 ? pick(headlines, 1) : null,
    linkedinUrl: has(3, 1) ? `https://www.linkedin.com/in/${person.replace(".", "-")}-${index}` : null,
    customFields: {
      ...(has(4, 2) && { team_size: 3 + ((index * 7) % 38) }),
      ...(has(3, 0) && { accounting_system: pick(systems, 1) }),
      ...(index % 6 === 0 && { close_days: 6 + (index % 7) }),
    },
  };
}
