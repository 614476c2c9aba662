/** The demo account; nobody receives mail at a reserved name. */
export const demoEmail = "demo@longhand.example";

/** What the demo company knows about itself. The company and its figures are invented. */
export const companyContext = [
  {
    kind: "overview",
    title: "Ledgerline",
    content: "Ledgerline is month-end close software for finance teams at companies of 50 to 500 people.",
  },
  {
    kind: "product",
    title: "What it does",
    content:
      "It matches bank lines, invoices and journal entries by itself and shows the finance team only what does not fit.",
  },
  {
    kind: "problem_solved",
    title: "The problem",
    content: "Month-end close takes nine days because the team checks every line by hand in spreadsheets.",
  },
  {
    kind: "differentiator",
    title: "Setup",
    content: "It connects to the accounting system that is already there, and the first close runs beside the old way.",
  },
  {
    kind: "proof",
    title: "Halvorsen",
    content: "Halvorsen Foods went from a nine-day close to three days in their second month.",
  },
  { kind: "tone", title: null, content: "Plain, friendly and short. No jargon." },
] as const;

/** What the demo's seller said to get the first email. */
export const demoTurns = [
  "We sell month-end close software to CFOs and heads of finance at mid-size companies. Their close takes nine days because everything is checked by hand in spreadsheets. Halvorsen Foods went from nine days to three in their second month. Ask for a 15-minute call next week.",
  "Make it a bit shorter and friendlier.",
] as const;
