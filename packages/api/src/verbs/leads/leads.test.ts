import { toValue } from "@longhand/template";
import { expect, test } from "vitest";
import { givenAccount, givenCampaign, givenLeads } from "../../testing/given.ts";
import { recordStatus } from "../campaigns/record-status.ts";
import { ImportLeadsInput, type LeadInput } from "./contract.ts";
import { coverageOf } from "./coverage-of.ts";
import { importLeads } from "./import-leads.ts";
import { linkedinKey } from "./linkedin-key.ts";
import { listLeads } from "./list-leads.ts";
import { removeLeads } from "./remove-leads.ts";
import { updateLead } from "./update-lead.ts";

test("of leads with one address or one profile the first stays, within a call and against the campaign", async () => {
  const { ctx, campaignId } = await givenCampaign();
  const first = await importLeads(ctx, {
    campaignId,
    leads: [
      { email: "Mara@Example.com", firstName: "First" },
      { email: "mara@example.com", firstName: "Second" },
      { linkedinUrl: "https://www.linkedin.com/in/Joel/?utm=1" },
      { linkedinUrl: "http://uk.linkedin.com/in/joel" },
      { firstName: "Nobody" },
      { firstName: "Nobody" },
    ],
  });
  expect(first).toEqual({ imported: 4, duplicates: 2 });
  const again = await importLeads(ctx, {
    campaignId,
    leads: [{ email: "MARA@example.com" }, { email: "new@example.com", linkedinUrl: "linkedin.com/in/joel/" }],
  });
  expect(again).toEqual({ imported: 0, duplicates: 2 });
  const { leads } = await listLeads(ctx, { campaignId, limit: 50 });
  expect(leads.map((lead) => lead.firstName)).toEqual(["First", null, "Nobody", "Nobody"]);
});

test("twenty equal imports at once add each lead once", async () => {
  const { ctx, campaignId } = await givenCampaign();
  const batch: LeadInput[] = Array.from({ length: 50 }, (_, index) => ({ email: `lead${index}@example.com` }));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      importLeads(ctx, { campaignId, leads: index % 2 === 0 ? batch : batch.toReversed() }),
    ),
  );
  expect(answers.reduce((sum, answer) => sum + answer.imported, 0)).toBe(50);
  expect(answers.reduce((sum, answer) => sum + answer.duplicates, 0)).toBe(950);
  expect((await listLeads(ctx, { campaignId, limit: 1 })).total).toBe(50);
});

test("a thousand leads come in one call, in order", async () => {
  const { ctx, campaignId } = await givenCampaign();
  const leads: LeadInput[] = Array.from({ length: 1000 }, (_, index) => ({
    email: `lead${index}@example.com`,
    customFields: { n: index },
  }));
  expect(await importLeads(ctx, { campaignId, leads })).toEqual({ imported: 1000, duplicates: 0 });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listLeads(ctx, { campaignId, limit: 200, cursor });
    seen.push(...page.leads.map((lead) => lead.email ?? ""));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(leads.map((lead) => lead.email));
});

test.each([
  ["email", { email: "not an address" }, "/leads/0/email"],
  ["profile", { linkedinUrl: "no address at all" }, "/leads/0/linkedinUrl"],
  ["custom key", { customFields: { "team size": 1 } }, "/leads/0/customFields/team size"],
  ["custom value", { customFields: { tags: ["a"] } }, "/leads/0/customFields/tags"],
  ["unknown field", { phone: "1" }, "/leads/0"],
])("a bad %s is refused with its place", (_what, lead, path) => {
  const parsed = ImportLeadsInput.safeParse({ campaignId: "01981f3e-7a50-7c61-9d0f-1f2e3d4c5b6a", leads: [lead] });
  expect(parsed.error?.issues.map((issue) => `/${issue.path.join("/")}`)).toContain(path);
});

test("a lead without any value is refused with its place, and nothing is written", async () => {
  const { ctx, campaignId } = await givenCampaign();
  await expect(
    importLeads(ctx, { campaignId, leads: [{ email: "a@example.com" }, { email: null, customFields: {} }] }),
  ).rejects.toMatchObject({
    code: "invalid_input",
    details: { issues: [{ path: "/leads/1" }] },
  });
  expect((await listLeads(ctx, { campaignId, limit: 1 })).total).toBe(0);
});

test.each([
  ["https://www.linkedin.com/in/Ada-L/", "linkedin.com/in/ada-l"],
  ["linkedin.com/in/ada-l?trk=x#top", "linkedin.com/in/ada-l"],
  ["https://de.linkedin.com/in/j%C3%B6rg", "linkedin.com/in/jörg"],
  ["https://example.com/people/1", "example.com/people/1"],
  ["javascript:alert(1)", undefined],
  ["in/ada", undefined],
])("the profile %s is known as %s", (address, key) => {
  expect(linkedinKey(address)).toBe(key);
});

test("search looks into names, address and company, and takes percent signs for what they are", async () => {
  const world = await givenCampaign();
  await givenLeads(world);
  const found = async (q: string) =>
    (await listLeads(world.ctx, { campaignId: world.campaignId, limit: 50, q })).leads.map(
      (lead) => lead.fullName ?? lead.email,
    );
  expect(await found("mara li")).toEqual(["Mara Lind"]);
  expect(await found("ACME")).toEqual(["office@acme.example"]);
  expect(await found("%")).toEqual([]);
});

test("leads are found by the variable they lack", async () => {
  const world = await givenCampaign();
  await givenLeads(world);
  const lacking = async (missing: string) =>
    (await listLeads(world.ctx, { campaignId: world.campaignId, limit: 50, missing })).leads.map((lead) => lead.email);
  expect(await lacking("company")).toEqual(["joel@example.com"]);
  expect(await lacking("full_name")).toEqual(["office@acme.example"]);
  expect(await lacking("custom_fields.team_size")).toEqual(["joel@example.com", "office@acme.example"]);
  await expect(lacking("sender_first")).rejects.toMatchObject({ code: "invalid_input" });
});

test("custom fields are merged and null removes a key", async () => {
  const world = await givenCampaign();
  const [leadId = ""] = await givenLeads(world);
  const { ctx, campaignId } = world;
  await updateLead(ctx, {
    campaignId,
    leadId,
    updates: { customFields: { plan: "pro", beta: true }, headline: "Runs things" },
  });
  const lead = await updateLead(ctx, {
    campaignId,
    leadId,
    updates: { customFields: { team_size: null, plan: "team" } },
  });
  expect(lead.customFields).toEqual({ plan: "team", beta: true });
  expect(lead).toMatchObject({ headline: "Runs things", firstName: "Mara" });
});

test("a lead cannot take another's address or profile", async () => {
  const world = await givenCampaign();
  const { ctx, campaignId } = world;
  const [leadId = ""] = await givenLeads(world, [{ email: "a@example.com" }, { email: "b@example.com" }]);
  await importLeads(ctx, { campaignId, leads: [{ linkedinUrl: "linkedin.com/in/c" }] });
  await expect(updateLead(ctx, { campaignId, leadId, updates: { email: "B@example.com" } })).rejects.toMatchObject({
    code: "invalid_input",
    details: { issues: [{ path: "/updates/email" }] },
  });
  await expect(
    updateLead(ctx, { campaignId, leadId, updates: { linkedinUrl: "https://linkedin.com/in/C/" } }),
  ).rejects.toMatchObject({
    details: { issues: [{ path: "/updates/linkedinUrl" }] },
  });
});

test("one foreign id among those to delete deletes none", async () => {
  const world = await givenCampaign();
  const { ctx, campaignId } = world;
  const ids = await givenLeads(world);
  const [foreign = ""] = await givenLeads(await givenCampaign(world));
  await expect(removeLeads(ctx, { campaignId, leadIds: [...ids, foreign] })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await listLeads(ctx, { campaignId, limit: 1 })).total).toBe(3);
  const [one = ""] = ids;
  expect(await removeLeads(ctx, { campaignId, leadIds: [one, one] })).toEqual({ deleted: 1 });
  expect(await removeLeads(ctx, { campaignId, all: true })).toEqual({ deleted: 2 });
});

test("leads of a campaign that is not a draft stay as they are", async () => {
  const world = await givenCampaign();
  const { ctx, campaignId } = world;
  const [leadId = ""] = await givenLeads(world);
  await recordStatus(ctx, { campaignId, status: "completed" });
  const refusal = { code: "not_draft", message: expect.stringContaining("completed") };
  await expect(importLeads(ctx, { campaignId, leads: [{ email: "a@example.com" }] })).rejects.toMatchObject(refusal);
  await expect(updateLead(ctx, { campaignId, leadId, updates: { company: "x" } })).rejects.toMatchObject(refusal);
  await expect(removeLeads(ctx, { campaignId, all: true })).rejects.toMatchObject(refusal);
});

test("coverage counts values as templates see them", async () => {
  const world = await givenCampaign();
  const values = ["Acme", "  ", "n/a", "N/A ", "\u200bKite\u00a0& Co ", "-", "NULL", null, "a\u2028b"];
  await givenLeads(
    world,
    values.map((company, index) => ({
      company,
      firstName: index === 0 ? "Mara" : null,
      customFields: { size: index === 1 ? index : true, note: "" },
    })),
  );
  const coverage = await coverageOf(world.ctx, { campaignId: world.campaignId });
  expect(coverage.total).toBe(9);
  const filled = Object.fromEntries(
    coverage.variables.map((entry) => [entry.variable, [entry.filled, entry.missing, entry.sample]]),
  );
  expect(filled["company"]?.[0]).toBe(values.filter((value) => toValue(value) !== null).length);
  expect(filled["full_name"]).toEqual([1, 8, "Mara"]);
  expect(filled["custom_fields.size"]).toEqual([1, 8, "1"]);
  expect(filled["custom_fields.note"]).toEqual([0, 9, null]);
  expect(coverage.variables.slice(0, 3).map((entry) => entry.variable)).toEqual([
    "first_name",
    "last_name",
    "full_name",
  ]);
});

test("coverage of a campaign without leads names the built-in variables", async () => {
  const { ctx, campaignId } = await givenCampaign();
  const coverage = await coverageOf(ctx, { campaignId });
  expect(coverage).toMatchObject({
    total: 0,
    variables: expect.arrayContaining([{ variable: "email", filled: 0, missing: 0, sample: null }]),
  });
});

test("another account finds neither leads nor coverage", async () => {
  const world = await givenCampaign();
  const [leadId = ""] = await givenLeads(world);
  const { ctx } = await givenAccount();
  const { campaignId } = world;
  const refusal = { code: "not_found" };
  await expect(listLeads(ctx, { campaignId, limit: 1 })).rejects.toMatchObject(refusal);
  await expect(coverageOf(ctx, { campaignId })).rejects.toMatchObject(refusal);
  await expect(updateLead(ctx, { campaignId, leadId, updates: { company: "x" } })).rejects.toMatchObject(refusal);
  await expect(removeLeads(ctx, { campaignId, all: true })).rejects.toMatchObject(refusal);
});
