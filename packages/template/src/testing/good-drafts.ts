import type { CheckInput } from "../checks/check-input.ts";

type Draft = Pick<CheckInput, "subject" | "body" | "kind"> & Partial<CheckInput>;

/** Ordinary, honest emails as good senders write them. None may raise an error. Backed figures carry their evidence. */
export const goodDrafts: readonly Draft[] = [
  {
    kind: "first",
    subject: "late invoices",
    body: "Hi %first_name|there%,\n\nMost finance leads still chase late invoices by hand. It eats whole evenings at month-end, and the awkward calls never stop.\n\nKite watches open invoices and sends polite reminders in your own voice. Your team only steps in when somebody disputes a bill.\n\nWorth a short call next week to see if it fits %company|your team%?\n\nBest,\n%sender_first%",
  },
  {
    kind: "first",
    subject: "ramping new reps",
    body: "Hi %first_name%,\n\nHow long does it take a new rep at %company|your company% to make a first good call? For most sales teams the honest answer is too long, because the best calls stay in one person's head.\n\nWe turn your best calls into a practice library. New reps listen, repeat and get feedback the same day.\n\nWould it be useful if I sent a two-minute video?\n\nThanks,\nSam",
  },
  {
    kind: "first",
    subject: "support inbox",
    body: "Hey %first_name|there%,\n\nWhen support runs through five inboxes, some customers get two answers and others get none.\n\nLane puts every channel in one queue. No migration, no new logins, and you can switch it off again in a minute.\n\nOpen to seeing how it would look with your channels?\n\nSam\nLane",
  },
  {
    kind: "first",
    subject: "SOC 2 without the panic",
    body: "Hi %first_name|there%,\n\nSecurity reviews tend to land at the worst time: a big deal is nearly signed, and then a spreadsheet with hundreds of questions arrives.\n\nOur tool keeps your SOC 2 and ISO 27001 evidence current, so the answers are ready before anybody asks. It reads from AWS, GitHub and Okta.\n\nIs this something %company|your team% is dealing with at the moment?\n\nBest regards,\nMaria",
  },
  {
    kind: "first",
    subject: "hiring nurses",
    body: "Hello %first_name|there%,\n\nAgencies fill shifts, but they rarely fix the reason why nurses leave.\n\nShiftwell lets staff swap shifts on their phones, with your rules built in. Managers approve with one tap, and the rota stays legal.\n\nCould I show you a rota like yours, before and after? Fifteen minutes would be plenty.\n\nKind regards,\nTom Ward\nShiftwell",
  },
  {
    kind: "first",
    subject: "your Shopify returns",
    body: "Hi %first_name|there%,\n\nReturns are the part of e-commerce nobody wants to own. Customers wait, support answers the same question all day, and stock sits in a box.\n\nLoop Back gives shoppers a page where they start a return themselves, and it books the pickup.\n\nShould I send over a sample page with the look of %company|your shop%?\n\nCheers,\nNina",
  },
  {
    kind: "first",
    subject: "legal review",
    body: "%first_name|Hello%,\n\nContracts often wait longer for a first read than for the whole negotiation.\n\nWe built a reader that marks the clauses your team always changes, so a lawyer starts with the three that matter. It learns from contracts you have already signed.\n\nWould a look at it with one of your own NDAs be of interest?\n\nBest,\nJo",
    evidence: [{ id: "e1", kind: "user_message", message_id: "m1", quote: "It marks the three clauses that matter" }],
  },
  {
    kind: "first",
    subject: "month-end",
    body: "Hi %first_name|there%,\n\nLumen closed its books two days sooner after moving its approvals out of email.\n\nNothing else changed: same people, same bank, same accountant. Approvals just stopped getting lost.\n\nIf month-end is slow at %company|your company% too, would a one-page summary of what they did help?\n\nBest,\n%sender_first%",
    evidence: [
      {
        id: "e1",
        kind: "context_fact",
        fact_id: "f1",
        quote: "Lumen closed its books two days sooner after moving approvals to Kite.",
      },
    ],
  },
  {
    kind: "first",
    subject: "warehouse picking",
    body: "Hi %first_name|there%,\n\nPickers walk more than they pick. In most warehouses the slow part is the route and not the people.\n\nOur app orders the pick list by shelf and by what is already on the cart. It runs on the scanners you have.\n\nWho at %company|your company% looks after picking? I would be glad to send them a short example.\n\nThanks,\nPeter",
  },
  {
    kind: "first",
    subject: "podcast ads",
    body: "Hi %first_name|there%,\n\nPodcast ads work, and yet few teams can say which show brought a customer.\n\nEcho gives each show its own link and its own code, and puts both into the report you already use. No pixel, no cookies.\n\nCurious to see it with one of your shows?\n\nBest,\nLea",
  },
  {
    kind: "first",
    subject: "RFP season",
    body: "Hi %first_name|there%,\n\nBuyers send RFPs with the same questions in a new order, and your best engineers spend their evenings on copy and paste.\n\nAnswerbank finds the last good answer, shows who wrote it, and asks that person only when it is out of date.\n\nWould you be against a quick look with an old RFP of yours?\n\nBest,\nDan",
  },
  {
    kind: "first",
    subject: "onboarding at %company|your team%",
    body: "Hi %first_name|there%,\n\nThe first week decides how long a new customer stays, and it usually hangs on one busy person in customer success.\n\nGuidepost turns your best onboarding call into a checklist that customers work through on their own. Your team sees who is stuck.\n\nDoes it make sense to compare it with how you do it today?\n\nAll the best,\n%sender_first%",
  },
  {
    kind: "first",
    subject: "quick question",
    body: "Hi %first_name|there%,\n\nWho signs off on new tools in the finance team at %company|your company%?\n\nWe help controllers find duplicate payments before they leave the bank. It takes a read-only export and an afternoon, and you keep whatever it finds.\n\nIf that is not you, a name would help a lot.\n\nThanks,\nEva",
  },
  {
    kind: "first",
    subject: "churn signals",
    body: "Hi %first_name|there%,\n\nWould your team notice if your quietest customer stopped logging in tomorrow? Many would find out at renewal.\n\nPulse watches usage and tells the account owner while there is still time to call.\n\nCould I show you the alert on a sample of your own data?\n\nBest,\nKim",
  },
  {
    kind: "first",
    subject: "German tax filings",
    body: "Hi %first_name|there%,\n\nCompanies that sell into Germany meet the same surprise: the forms come by post, in German, and with a short deadline.\n\nWe receive the letters, translate them and file the answer. You get one email in English.\n\nShall I send a list of the letters that most often cause trouble?\n\nKind regards,\nAnke",
  },
  {
    kind: "first",
    subject: "meeting notes",
    body: "Hi %first_name|there%,\n\nGood decisions get lost between the meeting and the ticket. A week later nobody is sure what was agreed.\n\nMinute writes the decision, the owner and the date into Jira while people are still talking.\n\nAny interest in trying it in one team?\n\nBest,\nRob",
  },
  {
    kind: "first",
    subject: "school meals",
    body: "Dear %first_name|colleague%,\n\nKitchens cook for the register and not for the children who turn up, so good food ends up in the bin.\n\nOur planner reads attendance each morning and adjusts the order before the van leaves. Kitchens keep their suppliers and their recipes.\n\nWould you like to see the menu plan of a school the size of yours?\n\nYours sincerely,\nHelen Marsh",
  },
  {
    kind: "first",
    subject: "fleet fuel cards",
    body: "Hi %first_name|there%,\n\nFuel cards make it easy to pay and hard to see who paid for what.\n\nTankline matches each receipt with the route of the van. Odd ones show up the same day, while the driver still remembers.\n\nI could run last month's receipts for you, free of charge. Interested?\n\nBest,\nOmar",
  },
  {
    kind: "first",
    subject: "AI answers in support",
    body: "Hi %first_name|there%,\n\nBots that guess make customers angrier than no bot at all.\n\nOurs only answers when it can show the page of your help centre that says so. Everything else goes to a person, with a summary on top.\n\nWould you want to test it on a few old tickets first?\n\nBest,\nMina",
  },
  {
    kind: "first",
    subject: "candidate no-shows",
    body: "Hi %first_name|there%,\n\nA candidate who does not turn up costs the interviewer an hour and the team a week.\n\nShowup texts candidates the evening before, lets them move the slot, and fills the gap from your list.\n\nHow do you handle no-shows at %company|your company% today?\n\nThanks,\nBen",
  },
  {
    kind: "follow_up",
    subject: "",
    body: 'Hi %first_name|there%,\n\nOne thing I left out last week: the reminders go out from your own address, so customers reply to you and not to a robot.\n\nReply "yes" and I\'ll set up a sample.\n\nBest,\n%sender_first%',
  },
  {
    kind: "follow_up",
    subject: "another angle",
    body: "Hi %first_name|there%,\n\nA controller told me the real cost of late invoices is the mood in the Monday meeting.\n\nHere is the short version of how other teams changed that: one owner, one list, one reminder rule.\n\nShall I send the rule?\n\nBest,\nSam",
  },
  {
    kind: "follow_up",
    subject: "",
    is_reply: true,
    body: "%first_name|Hi%, a small example says more than my last email did.\n\nBefore: a reminder on day one, an angry call on day thirty. After: a friendly note before the due date, and no call at all.\n\nWorth a look with your own wording?\n\nSam",
    evidence: [{ id: "e1", kind: "user_message", quote: "angry call on day thirty" }],
  },
  {
    kind: "last",
    subject: "",
    body: "Hi %first_name|there%,\n\nThis is my last email about late invoices. If they become a problem later, you have my address.\n\nAll the best,\n%sender_first%",
  },
  {
    kind: "last",
    subject: "closing the loop",
    body: "Hi %first_name|there%,\n\nShould I close your file, or is spring a better time?\n\nEither way, thanks for reading.\n\nSam",
  },
  {
    kind: "first",
    subject: "translation memory",
    body: "Bonjour %first_name|à vous%,\n\nTranslators redo the same sentence each time the format changes. It is dull work, and it costs you twice.\n\nTandem keeps every approved sentence and offers it again, in the tone you signed off.\n\nMay I send a sample with one of your public pages?\n\nMerci,\nClaire",
  },
  {
    kind: "first",
    subject: "clinic phones",
    body: "Hi %first_name|there%,\n\nThe phones at a busy clinic ring most between 8 and 10 am, which is when the front desk has the least time.\n\nCallback takes the number, sorts urgent from routine and books the rest into quiet hours.\n\nIs the morning rush a problem at %company|your practice% as well?\n\nBest,\nDr. Ute Lang\n+49 30 1234567",
  },
  {
    kind: "first",
    subject: "carbon data",
    body: "Hi %first_name|there%,\n\nFrom next year your larger customers will ask for carbon figures with every order. Most suppliers start the spreadsheet when the first request arrives.\n\nWe collect the data from the invoices you already have, and keep the report ready.\n\nOpen to a 20-minute walkthrough sometime in the next two weeks?\n\nBest,\nIda",
  },
  {
    kind: "first",
    subject: "video for property",
    body: 'Hi %first_name|there%,\n\nBuyers look at the photos, then drive out and find the street is louder than they thought. Agents lose an afternoon, and so do they.\n\nWe film the street as well as the rooms. People who come after that are serious.\n\nWould you like the link to one of our tours?\n\nBest,\nPaul\n\nIf you\'d rather not hear from me, just reply "no".',
  },
  {
    kind: "first",
    subject: "payroll in Kenya",
    body: "Hi %first_name|there%,\n\nHiring in Nairobi is easy. Paying people there, on time and by the rules, is where teams get stuck.\n\nWe run payroll for companies without a local office: contracts, tax and M-Pesa, in one monthly invoice.\n\nIs Kenya on your list for this year?\n\nBest,\nWanjiru",
  },
];
