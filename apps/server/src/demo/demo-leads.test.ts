import { expect, test } from "vitest";
import { demoLeadCount, demoLeads } from "./demo-leads.ts";

test("the demo leads are the same every time, distinct, and have the gaps of a real list", () => {
  const leads = demoLeads();
  expect(leads).toEqual(demoLeads());
  expect(new Set(leads.map((lead) => lead.email)).size).toBe(demoLeadCount);
  for (const field of ["firstName", "lastName", "company", "position"] as const) {
    const missing = leads.filter((lead) => lead[field] === null).length;
    expect(missing).toBeGreaterThan(0);
    expect(missing).toBeLessThan(demoLeadCount / 4);
  }
  expect(leads.every((lead) => lead.company === null || /^[A-Z]/.test(String(lead.company)))).toBe(true);
});
