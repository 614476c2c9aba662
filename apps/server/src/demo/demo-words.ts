/** The demo account; nobody receives mail at a reserved name. */
export const demoEmail = "demo@longhand.example";

/** What the demo's seller said to get the first email. */
export const demoTurns = [
  "We sell month-end close software to CFOs and heads of finance at mid-size companies. Their close takes nine days because everything is checked by hand in spreadsheets. Halvorsen Foods went from nine days to three in their second month. Ask for a 15-minute call next week.",
  "Make it a bit shorter and friendlier.",
] as const;
