import type { CaseGroup } from "./case.ts";

export const lengthCases: CaseGroup = {
  name: "length",
  hasDraft: true,
  cases: [
    ["shorter", "shorter"], ["make it shorter", "shorter"], ["can you make this a bit shorter please?", "shorter"], ["too long", "shorter"], ["it's still too long", "shorter"], ["way too wordy", "shorter"], ["cut it down", "shorter"], ["trim it", "shorter"], ["tighten it up", "shorter"], ["under 60 words", "shorter:60"],
    ["keep it under 80 words", "shorter:80"], ["max 50 words", "shorter:50"], ["make it 70 words or less", "shorter:70"], ["cut it in half", "shorter:0.5"], ["half as long", "shorter:0.5"], ["shorten it by 30%", "shorter:0.7"], ["make it more concise", "shorter"], ["nobody reads this much", "shorter|none"], ["could you condense this", "shorter"], ["i want it snappier and shorter", "tone:direct shorter|shorter tone:direct|shorter"],
    ["shoter please", "shorter"], ["please shorten the email", "shorter"], ["the email is too long", "shorter"], ["even shorter", "shorter"], ["get rid of the fluff", "shorter"], ["make the first paragraph shorter", "shorter:paragraph"], ["shorten the opener", "shorter:role"], ["can u make it brief", "shorter"], ["make it three sentences", "shorter:50"], ["less text", "shorter"],
    ["longer", "longer"], ["make it a bit longer", "longer"], ["too short", "longer"], ["add more detail", "longer"], ["expand on it", "longer"], ["this feels too thin", "longer|none"], ["flesh it out", "longer"], ["give me a longer version", "longer"], ["at least 100 words", "longer:100"], ["can you elaborate a little more", "longer"],
  ],
};

export const toneCases: CaseGroup = {
  name: "tone",
  hasDraft: true,
  cases: [
    ["more casual", "tone:casual"], ["make it more formal", "tone:formal"], ["less formal please", "tone:casual"], ["too stiff", "tone:casual"], ["make it friendlier", "tone:friendly"], ["sounds too salesy", "tone:soft"], ["less pushy", "tone:soft"], ["it's too aggressive", "tone:soft"], ["more direct", "tone:direct"], ["get to the point", "tone:direct|none|shorter"],
    ["a warmer tone", "tone:friendly|none"], ["make it sound more human", "tone:friendly"], ["be more professional", "tone:formal"], ["tone it down", "tone:soft"], ["softer", "tone:soft"], ["punchier", "tone:direct"], ["can we have a more conversational tone", "tone:casual|none"], ["don't sound so corporate", "tone:casual"], ["it reads a bit cold", "tone:friendly"], ["too chatty", "tone:formal"],
    ["make it bolder", "tone:direct"], ["not so pushy please", "tone:soft"], ["write it in a relaxed way", "tone:casual"], ["make it less robotic", "tone:friendly"], ["use a polite tone", "tone:formal"], ["more confident", "tone:direct"], ["keep the tone casual", "tone:casual"], ["feels too needy", "tone:soft"], ["the tone is too formal", "tone:casual"], ["make it more playful", "tone:casual"],
  ],
};

export const askCases: CaseGroup = {
  name: "ask",
  hasDraft: true,
  cases: [
    ["ask for a call on Tuesday", "ask:call on Tuesday"], ["change the ask to a demo", "ask:demo"], ["make the ask a demo", "ask:demo"], ["ask if they'd like the case study", "ask:case study"], ["the cta should be a 15 minute call", "ask:15 minute call"], ["end with a question about their current supplier", "ask:current supplier|none"], ["ask them to reply with a time", "ask:reply with a time"], ["ask who handles this", "ask:who handles"], ["ask whether they already use a scheduler", "ask:already use"], ["cta: book a visit", "ask:visit|fact:ask"],
    ["I want them to sign up for the webinar", "ask:sign up"], ["get them to book a slot", "ask:book a"], ["see if they're open to a pilot", "ask:pilot"], ["offer a free audit", "ask:audit|mention:audit"], ["push for a meeting next week", "ask:meeting"], ["instead of a call ask for a referral", "ask:referral|none"], ["change the call to action to a quick chat on Friday", "ask:Friday"], ["ask how they handle returns today", "ask:how they handle"], ["invite them to our booth", "ask:booth"], ["propose a call next Thursday at 10am", "ask:Thursday"],
    ["let's ask for feedback", "ask:feedback"], ["the ask is too big", "soften-ask|none|tone:soft"], ["make the ask softer", "soften-ask"], ["the ask is too pushy", "soften-ask"], ["ask for 20 minutes", "ask:20 minutes"], ["ask if I can send a sample", "ask:send a sample"], ["request a quote meeting", "ask:meeting|none"], ["suggest a coffee", "ask:coffee"], ["close by asking for an intro to their ops lead", "ask:intro"], ["could you ask if now is a good time", "ask:now"],
  ],
};

export const subjectCases: CaseGroup = {
  name: "subject",
  hasDraft: true,
  cases: [
    ["new subject", "subject:new"], ["change the subject line", "subject:new"], ["give me five subject options", "subject:options"], ["5 subject lines please", "subject:options"], ["set subject to \"Invoices at Kite\"", "subject:set:Invoices at Kite"], ["the subject should be \"Winter losses\"", "subject:set:Winter losses"], ["shorter subject", "subject:shorter"], ["the subject is too long", "subject:shorter"], ["make the subject a question", "subject:question"], ["a subject about winter", "subject:about:winter"],
    ["I don't like the subject", "subject:new"], ["another subject please", "subject:new"], ["use \"Quick idea\" as the subject", "subject:set:Quick idea"], ["brainstorm some subject lines", "subject:options"], ["use option 2", "choose"], ["I'll take the third one", "choose"], ["keep the subject", "lock:subject"], ["subject: Late invoices", "subject:set:Late invoices"], ["put the company name in the subject", "subject:about|variable:company"], ["catchier subject line", "subject:new"],
  ],
};
