import type { CaseGroup } from "./case.ts";

/** Utterances written after the rules; nothing has been changed because of them. */
export const heldEdits: CaseGroup = {
  name: "held-edits",
  hasDraft: true,
  cases: [
    ["get it down to 60 words", "shorter:60"], ["make this email half the length", "shorter:0.5"], ["hmm, still a bit long", "shorter"], ["shorten paragraph 2", "shorter:paragraph"], ["limit it to 80 words", "shorter:80"], ["could you make it somewhat longer", "longer"], ["it needs more substance", "longer|none"], ["expand it to 110 words", "longer:110"],
    ["write it more informally", "tone:casual"], ["make the email sound friendlier", "tone:friendly"], ["it feels too corporate", "tone:casual"], ["less aggressive, please", "tone:soft"], ["a more formal version", "tone:formal|variant"], ["keep it light and friendly", "tone:casual|tone:friendly"], ["straight to the point please", "tone:direct"], ["be more polite", "tone:formal"],
    ["change the ask to a tasting at their place", "ask:tasting"], ["ask if they have ten minutes on Thursday", "ask:ten minutes"], ["ask to be connected with the buyer", "ask:connected|none"], ["make the ask a reply with yes or no", "ask:reply"], ["use a softer ask", "soften-ask"], ["I want to ask for a trial order", "ask:trial order"], ["close with a question about timing", "ask:timing|none"], ["let's go for a coffee chat as the ask", "ask:coffee|none"],
    ["three alternative subject lines, please", "subject:options"], ["change subject line to \"Spring jars\"", "subject:set:Spring jars"], ["the subject is way too long", "subject:shorter"], ["subject as a question", "subject:question"], ["can you improve the subject?", "subject:new"], ["mention the company in the subject line", "subject:about|variable"],
    ["please take the last sentence out", "remove:sentence:-1|none"], ["delete everything about shipping", "remove:topic:shipping"], ["cut \"as you know\"", "remove:quote|none"], ["remove paragraph 2", "remove:paragraph:1"], ["drop the greeting line", "remove:greeting"], ["no mention of discounts please", "remove:topic:discounts"],
    ["the first paragraph must stay", "lock:paragraph:0|none"], ["leave sentence 3 as is", "lock:sentence:2"], ["don't lose the proof", "lock:proof|none"], ["keep the opener exactly as it is", "lock:opener"],
    ["different intro please", "rewrite:opener"], ["rephrase the third sentence", "rewrite:sentence:2"], ["turn the second sentence into a question", "question:sentence:1"], ["start with \"Spring is near\"", "rewrite:opener"],
    ["replace \"jar\" by \"pot\"", "replace:jar>pot"], ["use \"partners\" rather than \"clients\"", "replace:clients>partners"], ["don't say \"simply\"", "ban:simply"], ["stop using jargon", "plain:jargon|ban:jargon"], ["remove all exclamation marks", "plain:exclamation"], ["address them with Dear", "greeting:Dear|none"],
  ],
};

export const heldTalk: CaseGroup = {
  name: "held-talk",
  hasDraft: true,
  cases: [
    ["also say that we deliver on Saturdays", "mention:deliver on Saturdays"], ["add a note about the deposit scheme", "mention:deposit scheme"], ["include our award", "mention:award"], ["we should mention the organic label", "mention:organic label"], ["add some numbers", "proof"], ["please add a testimonial", "proof"], ["add P.S. that samples are free", "ps:samples are free"], ["sign off as Kind regards", "signoff:Kind regards"],
    ["use their title", "variable:position|subject:new"], ["put their company in the opener", "variable:company|none"], ["generate another version", "variant"], ["rewrite from scratch", "variant"], ["undo the last edit", "undo"], ["take me back to version 2", "restore:2"], ["retarget it at farm shops", "slot:audience:farm shops"], ["make it for deli owners", "slot:audience:deli owners"],
    ["why did you start like that", "explain"], ["how will it look?", "preview"], ["thx", "talk:thanks"], ["ok good", "talk:approve"], ["how do I use this?", "talk:help"], ["order me a pizza", "none|outside"], ["who is the president", "outside"],
    ["hjkl", "none"], ["well well", "none"], ["don't touch anything", "lock:all|none"], ["are you sure?", "none"], ["our jars shorten filling time by half", "fact|none"], ["they remove the lids by machine", "fact|none"], ["we replaced plastic lids in 2021", "fact|none"], ["their subject is food safety", "none|fact"], ["we keep the first batch", "none|fact"], ["people ask for smaller jars", "none|fact"],
    ["tighter, warmer, and ask for a call", "shorter tone:friendly ask:call"], ["drop the P.S. and set the subject to \"Lids\"", "remove:ps subject:set:Lids"], ["keep the ask, but new opener and under 70 words", "lock:ask rewrite:opener shorter:70"], ["less formal. don't mention lids.", "tone:casual remove:topic:lids"],
  ],
};

export const heldBriefs: CaseGroup = {
  name: "held-briefs",
  hasDraft: false,
  cases: [
    ["we make lids for jam makers", "fact:product fact:audience"], ["I'd like to email bakery owners about our flour silo", "create fact:audience fact:product|fact:audience fact:product"], ["they run out of flour on Sundays", "fact:pain"], ["Bakers lose a day when the silo is empty", "fact:pain"], ["ask for a silo visit", "ask:silo visit|ask:visit"], ["a bakery in Ghent saved 9% on flour", "fact:proof"], ["audience = pizza chains", "fact:audience"], ["short and casual please", "shorter tone:casual|tone:casual shorter|tone:casual"], ["our silo sends an alert before it runs dry", "fact:product|fact:outcome"], ["no contract needed", "fact|none"],
  ],
};
