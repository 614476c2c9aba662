import type { Op } from "../op.ts";

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  first: 1,
  two: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  five: 5,
  fifth: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  original: 1,
  initial: 1,
  "very first": 1,
};

/** Other versions, earlier versions, and requests for an email of a kind. */
export function readHistory(text: string, hasDraft: boolean): Op | undefined {
  const restore =
    /^(?:(?:go|switch|roll|change|take (?:me|it)|bring (?:it|me)|get|jump) back to|restore|revert to|return to|use|back to|bring back|i (?:want|prefer|liked|like|preferred)|undo (?:it |everything )?(?:back )?to|load|reset to|let's (?:use|go (?:back )?(?:with|to))|keep)\s+(?:the )?(?:(?:version|draft|revision|v|no\.?|number|#)\s*\.?\s*(\d+|one|two|three|four|five|six|seven|eight|nine|ten)|(very first|first|second|third|fourth|fifth|original|initial)\s+(?:version|draft|one|email|text|revision)|(original|initial)(?: one)?)\b(?:\s+(?:please|again|of the (?:draft|email)|better|more|instead))*$/i.exec(
      text,
    ) ?? /^(?:version|v)\s*(\d+)$/i.exec(text);
  if (restore !== null) {
    const said = (restore[1] ?? restore[2] ?? restore[3] ?? "").toLowerCase();
    const version = numbers[said] ?? Number(said);
    if (Number.isInteger(version) && version > 0) return { op: "restore", version };
  }
  if (
    /^(?:undo(?: (?:that|it|this|(?:that|the|my|your) last (?:change|edit|one|step|request|version)|the last (?:change|edit|one|step)|my last (?:change|request|message)|last|your last change|these changes|what you (?:just )?did))?|revert(?: (?:that|it|this|the last (?:change|edit|one)|to (?:the )?(?:previous|last|earlier|prior)(?: (?:version|draft|one))?|back|please))?|(?:go|take it|roll|step|change it|put it) back(?: (?:one|a step|to (?:the )?(?:previous|last|earlier|prior|old|one before)(?: (?:version|draft|one|email))?|to (?:how|what) it was(?: before)?|please|one (?:version|step)|again))?|restore (?:the )?(?:previous|last|earlier|prior|old)(?: (?:version|draft|one))?|(?:the )?(?:previous|last|earlier|old) (?:version|draft|one)(?: (?:was|is) better| please)?|(?:i (?:liked|preferred)|it was better) (?:the )?(?:before|previous|last|earlier|old|it before|how it was)(?: (?:version|one|draft|it was))?(?: (?:better|more))?|rollback|ctrl[- +]?z|bring back (?:the )?(?:previous|last|old)(?: (?:version|draft|one))?|discard (?:that|the last|this|these) ?(?:change|changes)?|never ?mind(?: that)?,? (?:undo|go back|revert).*|undo)$/i.test(
      text,
    )
  )
    return { op: "undo" };
  if (
    hasDraft &&
    /^(?:(?:give me|add|write|try|show(?: me)?|make|create|do|generate|i want|can i (?:have|see|get)|let me see|produce|draft|one more|get me)\s+)?(?:an?(?:other)?|one more|a (?:completely |totally |whole |very )?(?:different|new|fresh|second|alternative)|different|new|some other|the)\s*(?:completely |totally )?(?:different |new |fresh |alternative )?(?:version|variant|variation|take|draft|try|attempt|option|alternative|approach|angle|go|email|one|spin)(?: (?:of (?:it|this|the email)|please|on (?:it|this)|instead))*$/i.test(
      text,
    )
  )
    return { op: "variant" };
  if (
    hasDraft &&
    /^(?:try again|start over|redo(?: it| this| the (?:email|draft))?|rewrite(?: it| this| the (?:whole |entire )?(?:email|draft|mail|text|thing|message)| everything| all of it)?(?: (?:completely|from scratch|differently|again|please|entirely))*|regenerate(?: it)?|rephrase(?: it| this| everything| the (?:whole |entire )?(?:email|draft|text))?|reword(?: it| this| everything| the email)?|do (?:it|this) (?:again|differently|over)|something (?:else|different)|mix it up|start (?:again|from scratch|fresh)|shuffle|remix|i (?:don't|do not) like (?:it|this|that)|not (?:what i (?:want|wanted|had in mind)|happy with (?:it|this)|great|good(?: enough)?|quite(?: it| right)?)|(?:it|this)(?:'s| is) (?:bad|terrible|awful|boring|bland|generic|too generic|meh|not (?:good|great|right|it|working))|make (?:it|this) better|improve (?:it|this|the (?:email|draft))|(?:make it )?(?:more|less) (?:interesting|engaging|compelling|original|creative|unique|boring|generic|catchy|memorable)|better)$/i.test(
      text,
    )
  )
    return { op: "variant" };
  const pattern =
    /\b(?:use|try|switch to|follow|apply|rewrite (?:it )?(?:as|in|using|with)|make it|as an?|in)\b.*\b(p\.?a\.?s\b|problem[- ]agitate[- ]sol\w+|problem[- –]solution|before[- ]after[- ]bridge|b\.?a\.?b\b|aida|question[- ]value[- ]close|q\.?v\.?c\b|story(?:telling)?|referral)\b/i.exec(
      text,
    );
  if (pattern?.[1] !== undefined && !/\bsuccess stor|customer stor|client stor/i.test(text))
    return { op: "pattern", pattern: patternName(pattern[1]) };
  if (
    /^(?:now )?(?:(?:write|draft|create|make|do|give|prepare|need|i need|i want|let's (?:do|write)|this is|it's|turn (?:it|this) into)\s+(?:me |us )?)?(?:the |a |an |my |our |this )?(?:second|third|fourth|fifth|next|2nd|3rd|4th|short(?:er)?|brief(?:er)?|quick(?:er)?|friendl(?:y|ier)|gentler?|soft(?:er)?|little|small|simple|polite|another|new)?\s*(?:follow[- ]?up|followup|bump|nudge|reminder|chaser)(?:\s+(?:e-?mail|mail|message|note|one))?(?:\s+(?:#?\d|please|now|for (?:this|that|the first one)|to (?:the )?(?:first|previous|earlier|last) (?:e-?mail|one)))*$/i.test(
      text,
    )
  )
    return { op: "create", place: "follow" };
  if (
    /\b(?:last|final|goodbye|good-bye|break-?up|closing|farewell|parting)\s+(?:e-?mail|mail|message|note|one|touch|follow[- ]?up)\b|^(?:write |draft |make )?(?:a |the )?(?:goodbye|break-?up)(?: e-?mail)?$/i.test(
      text,
    ) &&
    text.split(/\s+/).length <= 10
  )
    return { op: "create", place: "last" };
  return undefined;
}

function patternName(said: string): string {
  const plain = said.toLowerCase().replace(/[^a-z]/g, "");
  if (/^pas|agitate|solution/.test(plain)) return "pas";
  if (/^bab|beforeafter/.test(plain)) return "bab";
  if (plain.startsWith("aida")) return "aida";
  if (/^qvc|questionvalue/.test(plain)) return "qvc";
  return plain.startsWith("story") ? "story" : "referral";
}
