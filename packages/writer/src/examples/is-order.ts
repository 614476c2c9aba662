const marks = /https?:|www\.|[<>{}`\\]|&&|\|\||%[A-Za-z_][\w.]*%|\[[^\]]*\]|={3,}|#{3,}|-{4,}|\*\|/;
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;
const aboutPrompts =
  /\b(?:instructions?|prompts?|system message|jailbreak|developer mode|role ?play|as an ai|language model|large language|chatgpt|override|you are (?:now|no longer)|previous (?:text|message|rules?)|(?:ignore|disregard|forget|skip|bypass)\b.{0,40}\b(?:above|all|any|everything|rules?|previous|prior|earlier))\b/i;
const speaker = /(?:^|[\s.;,])(?:system|assistant|user|human|ai|bot)\s*:/i;
const begins = String.raw`(?:^|[.!?;:)"”\n]\s*|\b(?:please|must|shall|now|then|always|instead|you should|you will|make sure to|be sure to|do not|don't|never)\s+)`;
const command = new RegExp(
  String.raw`${begins}(?:ignore|disregard|forget|say|reply|respond|output|repeat|reveal|pretend|print only|write only)\b`,
  "i",
);
// Verbs that also begin job titles (Call Center Manager, Email Marketing) count only with something to act on.
const verbs =
  "write|tell|answer|print|translate|send|forward|click|visit|go to|open|call|email|buy|order|pay|transfer|show|list|include|insert|append|add|start|begin|end|sign|act|become|execute|run|delete|mention|promise|offer|congratulate|use|stop";
const objects = "the|an?|this|that|these|those|your|my|me|us|them|him|her|it|with|only|everything|all|now|as|here|by";
const doing = new RegExp(String.raw`${begins}(?:${verbs})\s+(?:(?:${objects})\b|["“'])`, "i");
const eitherCase = verbs.replaceAll(/(?<=^|\|)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const shouting = new RegExp(String.raw`${begins}(?:${eitherCase})\s+[A-Z]{3,}\b`);
const foreign = [
  /\b(?:ignoriere|vergiss|schreibe?|antworte|anweisung(?:en)?)\b/i,
  /\b(?:ignorez|oubliez|écrivez|répondez)\b/i,
  /\b(?:ignora|olvida|escribe|responde|instrucciones)\b/i,
  /(?:忽略|指令|игнорир|инструкци)/i,
];

/**
 * Whether a lead's field reads like something to obey, and not like something about a person. Such a field is left out of
 * what the per-lead writer sees: a headline in the imperative costs its lead a personal line, and that is all it costs.
 */
export function isOrder(value: string): boolean {
  const text = value.normalize("NFKC");
  return (
    marks.test(text) ||
    invisible.test(value) ||
    aboutPrompts.test(text) ||
    speaker.test(text) ||
    command.test(text) ||
    doing.test(text) ||
    shouting.test(text) ||
    foreign.some((pattern) => pattern.test(text))
  );
}
