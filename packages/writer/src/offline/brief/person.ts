/** The audience addressed: they → you, their → your. Only for clauses whose "they" are the readers. */
export function toReader(text: string): string {
  return text
    .replace(/\b(?:they|he|she)'(re|ve|d|ll|s)\b/gi, (_, end: string) => `you'${end === "s" ? "re" : end}`)
    .replace(/\b(?:he|she|they) (?:is|are)\b/gi, "you are")
    .replace(/\b(?:he|she) has\b/gi, "you have")
    .replace(/\bthey\b/gi, "you")
    .replace(/\bthem\b/gi, "you")
    .replace(/\btheir\b/gi, "your")
    .replace(/\btheirs\b/gi, "yours")
    .replace(/\bthemselves\b/gi, "yourself")
    .replace(/\b(?:his|her)\b(?= [a-z])/gi, "your")
    .replace(/\b(?:him|her)\b/gi, "you");
}

/** The writer's clause said by the sender: "my client" asks to write for "your company" are ours. */
export function toSender(text: string): string {
  return text
    .replace(/\bthe company i work for\b/gi, "we")
    .replace(/\bmy (company|team|firm|agency|startup|business|studio|shop|clients?|customers?)\b/gi, "our $1");
}

const lead =
  /^(?:(?:so|yeah|yep|yes|yup|sure|right(?=,)|oh|ah|hmm|well|basically|essentially|also|and|but|plus|ok|okay|right now|at the moment|currently|today|honestly|in short|in a nutshell|long story short|you see|hi|hello|hey|there|good morning|as i said|as mentioned|to be honest|obviously|of course|really|mainly|mostly|the thing is(?: that)?|the idea is(?: that)?|the point is(?: that)?|fact is|note that|please note(?: that)?|fyi|our pitch is(?: that)?|the pitch is(?: that)?|we know (?:that )?|i know (?:that )?|i think (?:that )?|we think (?:that )?|we believe (?:that )?|i believe (?:that )?|we found (?:out )?that|we've found that|we have found that|we noticed (?:that )?|we see that|we hear (?:that )?|i guess|as you know|let me explain|here's the deal|you should know(?: that)?|what happens is(?: that)?|because|since|that|however|additionally|furthermore|moreover|in addition|on top of that|finally|overall|again|for context|for background|context)[,:]?\s+)+/i;

/** A clause without the words that only lead into it. */
export function withoutLead(text: string): string {
  return text.replace(lead, "").trim();
}
