/** A sentence of an email with what is on record; `invented` says whether the record fails to back it. */
export interface ClaimSentence {
  readonly text: string;
  readonly record: readonly string[];
  readonly invented: boolean;
}

const facts = [
  "Lumen, a 40-person agency, cut its month-end from five days to two with Kite.",
  "Customers save 10 hours a week on average.",
  "Over 300 agencies in 12 countries use Kite.",
  "Hexa reduced late payments by 38 % in six months.",
  "Kite costs $49 per month for each seat.",
  "Set-up takes two weeks.",
  "Our founder Maria Lopez ran finance at Brightside for eight years.",
  "Kite was named in the 2024 Fintech Report by Northstar.",
  "Response rates doubled for Oakline.",
  "About 1,200 invoices pass through Kite every day.",
  "I read Anna's post about hiring in finance last week and congratulated her on the new role.",
  "We met Anna at the Berlin finance summit; she mentioned slow approvals.",
  "Anna's team is hiring two controllers.",
  "Refund within 30 days if it does not work.",
  "A third of our customers came by referral.",
];

const grounded = [
  "Lumen cut its month-end from five days to two.", "Lumen cut month-end from 5 days to 2.", "One 40-person agency, Lumen, did it in a quarter.", "Teams like Lumen save days at month-end.", "We helped Lumen close faster.",
  "Customers save 10 hours a week.", "Customers save ten hours a week on average.", "On average that is 10 hours every week.", "It gives a team about 10 hours back each week.", "Ten hours a week is what customers get back.",
  "Over 300 agencies use it.", "More than 300 agencies in 12 countries use it.", "300+ agencies rely on it.", "Agencies in twelve countries use it.", "Today, over 300 agencies run on Kite.",
  "Hexa reduced late payments by 38%.", "Hexa cut late payments by 38 percent in six months.", "We helped Hexa reduce late payments.", "About 40% fewer late payments is what Hexa saw, or close to it.", "Late payments fell by thirty-eight percent at Hexa.",
  "It costs $49 a month per seat.", "At $49 per month it pays for itself.", "A seat costs 49 dollars a month.", "Set-up takes two weeks.", "You are live in 2 weeks.",
  "Our founder ran finance at Brightside for eight years.", "She did this for 8 years.", "According to Northstar, it belongs in the report.", "We were named in the 2024 report by Northstar.", "Oakline doubled its response rates.",
  "Response rates doubled.", "About 1,200 invoices pass through it every day.", "Around 1200 invoices a day go through it.", "Roughly 1,250 invoices pass through it daily.", "Nearly 1,300 invoices pass through every day.",
  "I read your post about hiring in finance.", "Loved your post about hiring in finance last week.", "Congrats on the new role.", "We met at the Berlin finance summit.", "You mentioned slow approvals.",
  "You mentioned slow approvals when we met at the Berlin summit.", "Your team is hiring two controllers.", "I saw your team is hiring controllers.", "You get a refund within 30 days.", "The refund holds for 30 days.",
  "A third of our customers came by referral.", "One third of customers came by referral.", "Kite is used in 12 countries.", "With 300 agencies on board, we have seen most cases.", "Companies like Hexa and Lumen use it.",
  "Hexa saw 38% fewer late payments.", "Six months later Hexa had 38 % fewer late payments.", "That is 10 hours for each week.", "The price is $49.", "Kite has 300 agencies as customers.",
  "Lumen, with 40 people, closes in two days.", "I noticed your team is hiring controllers.", "Since you're hiring controllers, this may help.", "Congratulations on your new role.", "Two weeks is all the set-up takes.",
];

const invented = [
  "Lumen cut its month-end from six days to two.", "We helped Lumen save 12 hours.", "Lumen is a 400-person agency.", "Teams like Borealis save days at month-end.", "We helped Stonebridge close faster.",
  "Customers save 20 hours a week.", "Customers save eleven hours a week.", "On average that is 10 hours every day or 14 days a year.", "It gives a team about 13 hours back each week.", "Forty hours a month is what customers get back, plus 3 days.",
  "Over 500 agencies use it.", "More than 300 agencies in 15 countries use it.", "3,000+ agencies rely on it.", "Agencies in twenty countries use it.", "Today, nine out of ten agencies, or 90%, run on Kite.",
  "Hexa reduced late payments by 83%.", "Hexa cut late payments by 38 percent in three months.", "We helped Vantor reduce late payments.", "About 50% fewer late payments is what Hexa saw.", "Late payments fell by forty-eight percent at Hexa.",
  "It costs $39 a month per seat.", "At €49 per year, or $4 a day, it pays for itself.", "A seat costs 94 dollars a month.", "Set-up takes three weeks.", "You are live in 2 days.",
  "Our founder ran finance at Brightside for eighteen years.", "She did this for 80 years.", "According to Gartner, most projects fail.", "We were named in the 2023 report.", "Oakline tripled its response rates.",
  "Response rates tripled.", "About 2,100 invoices pass through it every day.", "Around 12,000 invoices a day go through it.", "Exactly 1,201,000 invoices pass through it daily.", "A study by Harvard says so.",
  "I read your article on pricing strategy.", "Loved your podcast with the founders of Quill.", "Congrats on the Series B funding round.", "We met at the Lisbon web conference.", "You mentioned problems with your warehouse.",
  "You said your bank charges too much.", "Your team is hiring five engineers.", "I saw your company is opening an office in Madrid.", "You get a refund within 60 days.", "I noticed you recently moved to a new billing provider.",
  "Half of our customers came by referral.", "One in four customers came by referral.", "Your recent interview about logistics was great.", "As a former consultant you know this.", "Companies like Mercado and Finch use it.",
  "You just raised a round.", "Six weeks later Hexa had 38 % fewer late payments.", "Revenue grew by 2.5x at one client.", "The price is £49.", "We worked with Arden on this.",
  "Since you're expanding to France, this may help.", "Your company recently launched a mobile app.", "Brightwater saved $1.2m last year.", "As we discussed, the audit is due.", "We saved two hundred companies from this.",
];

/** Sentences that claim nothing specific: problems, offers, asks, everyday counts. */
export const plainSentences: readonly string[] = [
  "Most finance teams chase invoices by hand.", "Worth a 15-minute call next week?", "Would Tuesday at 2pm work?", "I have two quick questions.", "Could I send a 2-minute video?", "Do you still do this by hand?",
  "If you raised prices last year, you know how it feels.", "Your customers get two answers and you get the complaint.", "You probably have a spreadsheet for this.", "It runs on the tools you already use.", "One person usually ends up doing it all.",
  "We help Shopify stores answer faster.", "The first week decides a lot.", "Fifteen minutes would be plenty.", "Call me on +49 30 1234567.", "It works with Office 365 and ISO 27001 audits.", "You are busy, so this is short.", "Our tool keeps SOC 2 evidence current.",
  "I wrote this for %position%s at companies like %company%.", "Saw you lead finance at %company%.".replace("finance", "%position%"), "Hope to hear from you.", "Your team keeps its tools.", "I'd love to hear how you handle it.", "When you open a new office, this starts again.", "Is your team growing this year?",
  "Are you hiring controllers at the moment?", "Give your new hires a head start.", "We both know how that ends.".replace("We both know", "Everybody knows"), "It takes one minute to read.", "Open 24/7, and 100% sure to be dull.", "Q3 is when it hurts.", "No more than one email a week.",
  "A short call between 9 and 11 am on Thursday?", "Do you have 10-15 minutes in the next two weeks?", "Here are three ideas.", "The first step is the hardest.", "Your last invoice probably went out late.", "You have better things to do.", "Teams cut costs with it.", "It is one tool instead of many.",
];

export const claimSentences: readonly ClaimSentence[] = [...grounded.map((text) => ({ text, record: facts, invented: false })), ...invented.map((text) => ({ text, record: facts, invented: true }))];
