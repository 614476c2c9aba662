import { expect, test } from "vitest";
import { guessTargets, readTable, toLeads } from "./mapping.ts";

test("rows copied from a spreadsheet are cut at tabs, rows of a file at its own separator", () => {
  expect(readTable("First name\tCompany\nAna\tNord, wind").rows).toEqual([["Ana", "Nord, wind"]]);
  expect(readTable("First name;Company\r\nAna;Nordwind\r\n").rows).toEqual([["Ana", "Nordwind"]]);
});

test("quoted cells may hold separators, quotes and line breaks", () => {
  expect(readTable('Name,Note\nAna,"a, ""b""\nc"').rows).toEqual([["Ana", 'a, "b"\nc']]);
});

test("known headings find their field, others become variables, and no field is taken twice", () => {
  expect(guessTargets(["First Name", "E-Mail", "Job title", "Team size", "email", ""])).toEqual([
    "firstName",
    "email",
    "position",
    { custom: "Team_size" },
    { custom: "email" },
    "ignore",
  ]);
});

test("rows that cannot become a lead are told apart with their number and reason", () => {
  const table = readTable("First name,Email\nAna,ana@nordwind.example\nBen,not an address\n , \nChi,");
  const { leads, bad } = toLeads(table, ["firstName", "email"]);
  expect(leads).toEqual([{ firstName: "Ana", email: "ana@nordwind.example" }, { firstName: "Chi" }]);
  expect(bad).toEqual([{ row: 2, reason: "“not an address” is no email address" }]);
});
