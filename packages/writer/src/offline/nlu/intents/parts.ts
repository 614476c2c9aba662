import type { Op } from "../op.ts";
import { readTarget, readTargetOrTopic } from "../read-target.ts";

/** Locks, removals and rewrites of a named part. */
export function readParts(text: string, hasDraft: boolean): Op | undefined {
  return readPs(text) ?? readLock(text) ?? readRemove(text, hasDraft) ?? readLine(text) ?? readRewrite(text);
}

function readLock(text: string): Op | undefined {
  if (
    /^(?:don't|do not|dont|never) (?:remove|delete|cut|drop|lose|add|change|touch|rewrite) (?:anything|a thing|any of it|it all)\b/i.test(
      text,
    )
  )
    return { op: "lock", target: { kind: "all" } };
  if (
    /^(?:don't|do not|dont|without) (?:change|touch|changing|touching|alter|edit)(?:ing)? (?:anything|everything|the rest|any other|other)(?: else)?/i.test(
      text,
    ) ||
    /^(?:keep|leave) (?:the rest|everything else|all else|the others?)\b/i.test(text)
  )
    return { op: "lock", target: { kind: "all" } };
  const free = /^(?:unlock|you (?:can|may) (?:now )?(?:change|touch|edit)|feel free to change|release)\s+(.+)$/i.exec(
    text,
  );
  if (free?.[1] !== undefined) {
    const target = readTarget(free[1].replace(/\s+again$/i, ""));
    return target === undefined ? undefined : { op: "unlock", target };
  }
  const lock =
    /^(?:(?:please )?(?:don't|do not|dont|never) (?:change|touch|edit|alter|modify|mess with|remove|delete|drop|lose|cut|rewrite|rephrase|move)|without (?:changing|touching|editing|altering|losing|removing|cutting)|leave|keep|preserve|lock(?: in| down)?|freeze|protect|retain|hold on to|stick with|save)\s+(.+?)(?:\s+(?:alone|as (?:it )?is|as they are|unchanged|intact|untouched|the same|exactly as (?:it is|written)|the way it is|in place|there|in|please|word for word|verbatim|exactly|as written))*$/i.exec(
      text,
    );
  if (lock?.[1] === undefined) return undefined;
  const target = readTarget(lock[1]);
  if (target !== undefined && target.kind !== "all") return { op: "lock", target };
  if (target?.kind === "all") return undefined;
  if (
    /^(?:don't|do not|dont|without|never)\b/i.test(text) &&
    !/^(?:don't|do not|dont|never) (?:lose|move|cut)\b/i.test(text)
  )
    return { op: "lock", target: readTargetOrTopic(lock[1]) };
  return /\b(?:part|bit|sentence|line|paragraph|mention|phrase) (?:about|on|with|where|of)\b/i.test(lock[1])
    ? { op: "lock", target: readTargetOrTopic(lock[1]) }
    : undefined;
}

function readRemove(text: string, hasDraft: boolean): Op | undefined {
  const hush =
    /^(?:don't|do not|dont|stop|never|no need to|avoid)\s+(?:mention(?:ing)?|talk(?:ing)? about|bring(?:ing)? up|refer(?:ring)? to|say(?:ing)? anything about|writ(?:e|ing) about|includ(?:e|ing)|referenc(?:e|ing))\s+(?:any(?:thing)? (?:about )?)?(.+?)(?:\s+(?:again|anymore|any more|at all|here|please|yet))*$/i.exec(
      text,
    );
  if (hush?.[1] !== undefined) return { op: "remove", target: readTargetOrTopic(hush[1]) };
  if (!hasDraft) return undefined;
  const match =
    /^(?:remove|delete|drop|take out|take away|get rid of|leave out|omit|strip(?: out)?|kill|scrap|ditch|erase|cut(?: out)?|lose|eliminate|exclude|skip|throw out|chop|i (?:don't|do not) (?:want|need)|we (?:don't|do not) need|(?:i'd|i would) (?:remove|drop|cut|delete)|can we (?:lose|drop|cut)|without|no need for|no more|no)\s+(.+?)(?:\s+(?:from (?:it|this|that|there|here|the (?:e-?mail|draft|text|mail|body|message))|in (?:it|the (?:e-?mail|draft|text))|please|entirely|completely|altogether|too|as well|again|there|at all))*$/i.exec(
      text,
    );
  const said = match?.[1];
  if (
    said === undefined ||
    /^(?:it|this|that|everything|all)$/i.test(said) ||
    /^(?:it|this|the (?:e-?mail|draft|text))\s+(?:down|in half|to|by)\b/i.test(said) ||
    /^(?:down|in half|by \d)/i.test(said)
  )
    return undefined;
  const loose =
    /^(?:cut|lose|no|without|skip|drop|i (?:don't|do not) (?:want|need|like)|we (?:don't|do not) need|kill|eliminate|exclude)\b/i.test(
      text,
    );
  const target = readTarget(said);
  if (target !== undefined) return target.kind === "all" ? undefined : { op: "remove", target };
  const pointed =
    /^(?:the|that|this|my|our|your|any|all|every|mention|references?|anything|everything)\b|\b(?:part|bit|sentence|line|paragraph|mention|phrase|stuff)\b|"/i.test(
      said,
    );
  if (loose && !pointed) return undefined;
  return { op: "remove", target: readTargetOrTopic(said) };
}

function readRewrite(text: string): Op | undefined {
  const question =
    /^(?:turn|make|write|rewrite|rephrase|phrase|change|convert|put|start|open|begin)\s+(.+?)\s+(?:(?:in)?to|as|into being|with|be|in the form of)?\s*(?:a |an )?questions?(?: (?:form|instead))?$/i.exec(
      text,
    ) ?? /^(?:ask|pose) a question in\s+(.+)$/i.exec(text);
  if (question?.[1] !== undefined) {
    const target = readTarget(question[1]);
    if (target !== undefined && target.kind !== "all")
      return target.kind === "subject" ? { op: "subject", mode: "question" } : { op: "question", target };
  }
  if (/^(?:open|start|begin)(?: it| the email)? with a question$/i.test(text))
    return { op: "question", target: { kind: "role", role: "opener" } };
  const opener =
    /^(?:(?:give me|write|try|use|make|create|find|come up with|i want|need|want|get) )?(?:an?(?:other)? |the )?(?:new|different|another|other|better|stronger|alternative|fresh|more (?:interesting|specific|personal|engaging)|catchier|less boring)\s+(?:opener|opening(?: line| sentence)?|intro(?:duction)?(?: line)?|first (?:line|sentence)|hook|start|beginning|icebreaker)$/i;
  if (
    opener.test(text) ||
    /^(?:change|rewrite|redo|rephrase|reword|replace|improve|rework|switch|vary|fix|update|spice up)\s+(?:up )?(?:the |my |that )?(?:opener|opening(?: line| sentence)?|intro(?:duction)?(?: line| sentence)?|first (?:line|sentence)|hook|beginning|start|icebreaker)$/i.test(
      text,
    ) ||
    /^(?:the )?(?:opener|opening|intro|hook|first line|first sentence)\s+(?:is|feels|sounds|seems|reads)\s+(?:too |a bit |a little |so |very |rather |kind of )?(?:weak|boring|bad|generic|dull|bland|stiff|off|flat|lame|meh|odd|weird|not (?:great|good|strong))/i.test(
      text,
    ) ||
    /^i (?:don't|do not) (?:like|love) the (?:opener|opening|intro|hook|first line|first sentence)/i.test(text)
  )
    return { op: "rewrite", target: { kind: "role", role: "opener" } };
  const open =
    /^(?:open|start|begin|lead)(?: it| the email)?\s+(?:with|by saying|by mentioning|off with)\s+(.+)$/i.exec(text);
  if (
    open?.[1] !== undefined &&
    !/^(?:a question|hi\b|hello\b|hey\b|dear\b|good (?:morning|afternoon)|their (?:first )?name|"?(?:hi|hey|hello|dear)\b)/i.test(
      open[1],
    )
  )
    return { op: "rewrite", target: { kind: "role", role: "opener" }, text: open[1].replace(/^["']|["']$/g, "") };
  const rewrite =
    /^(?:rewrite|rephrase|reword|redo|rework|improve|change|fix|vary|polish|try again (?:with|on)|another (?:version|take) (?:of|on)|new|different|give me (?:a|another) (?:new |different )?(?:version of )?)\s*(?:the |my |that )?(.+?)(?:\s+(?:differently|again|in other words|with other words|please|to be (?:clearer|better)|so it(?:'s| is) (?:clearer|better)))*$/i.exec(
      text,
    );
  const target = rewrite?.[1] === undefined ? undefined : readTarget(rewrite[1]);
  if (target !== undefined && target.kind !== "all" && target.kind !== "subject") return { op: "rewrite", target };
  const dislike =
    /^i (?:don't|do not) (?:like|love)\s+(.+)$/i.exec(text) ??
    /^(.+?)\s+(?:is|feels|sounds)\s+(?:too |a bit |a little |so |kind of |very )?(?:weak|boring|bad|generic|dull|bland|off|flat|lame|odd|weird|awkward|clunky|confusing|unclear)$/i.exec(
      text,
    );
  const disliked = dislike?.[1] === undefined ? undefined : readTarget(dislike[1]);
  if (disliked !== undefined && disliked.kind !== "all")
    return disliked.kind === "subject" ? { op: "subject", mode: "new" } : { op: "rewrite", target: disliked };
  return undefined;
}

/** "Change the last line to \"Worth a look?\"" gives the words themselves. */
export function readLiteral(text: string): Op | undefined {
  const literal =
    /^(?:change|set|make|replace|rewrite|edit)\s+(?:the )?(.+?)\s+(?:to|with|so it says|to say|to read|as|be|say)\s*:?\s*"([^"]+)"$/i.exec(
      text,
    );
  const target = literal?.[1] === undefined ? undefined : readTarget(literal[1]);
  return target !== undefined &&
    literal?.[2] !== undefined &&
    target.kind !== "all" &&
    target.kind !== "subject" &&
    target.kind !== "quote"
    ? { op: "rewrite", target, text: literal[2] }
    : undefined;
}

/** A literal text for a part: "change the second sentence to: …". */
function readLine(text: string): Op | undefined {
  const greet =
    /^(?:(?:use|change|make|set|start|open|begin|greet|address|say)\s+(?:it |them |the email )?(?:the )?(?:greeting|salutation)?\s*(?:to|with|as|be|is|by)?\s*)"?((?:hi|hello|hey|dear|good (?:morning|afternoon|day)|greetings)\b[^"]{0,40}?)"?(?:\s+(?:as (?:the )?greeting|instead(?: of .+)?|rather than .+))?$/i.exec(
      text,
    );
  if (greet?.[1] !== undefined) return { op: "greeting", text: greet[1].trim() };
  const close =
    /^(?:sign(?: it| the email)? off|sign|end|close|finish|use|change|make|set)\s+(?:(?:the )?(?:sign-?off|signature|closing|it|off)\s*)?(?:to|with|as|be|is|by)?\s*"?((?:best(?: regards| wishes)?|kind regards|warm regards|regards|cheers|thanks(?: so much| a lot)?|thank you|sincerely|yours(?: sincerely| truly)?|all the best|warmly|talk soon|take care|cordially|many thanks|with thanks|respectfully)\b[^"]{0,60}?)"?(?:\s+(?:as (?:the )?sign-?off|instead(?: of .+)?|rather than .+|at the end))?$/i.exec(
      text,
    );
  if (close?.[1] !== undefined) return { op: "signoff", text: close[1].trim() };
  return readLiteral(text);
}

function readPs(text: string): Op | undefined {
  if (!/\bp\.?\s?s\b\.?|\bpost ?script\b/i.test(text)) return undefined;
  if (
    /^(?:remove|delete|drop|erase|omit|strip|eliminate|leave out|no|cut|lose|get rid of|take out|without|skip|scrap|ditch|kill|i don't (?:want|need|like))\b/i.test(
      text,
    )
  )
    return { op: "remove", target: { kind: "role", role: "ps" } };
  if (/^(?:keep|don't|do not|leave)\b/i.test(text)) return { op: "lock", target: { kind: "role", role: "ps" } };
  const quote = /"([^"]+)"/.exec(text)?.[1];
  if (quote !== undefined) return { op: "ps", text: quote.replace(/^p\.?\s?s\.?\s*[:,-]?\s*/i, "") };
  const about =
    /\b(?:p\.?\s?s\b|post ?script\b)\.?\s*(?:line |note |at the end )?(?:that )?(?:(?:about|on|with|mentioning|saying(?: that)?|says(?: that)?|say(?: that)?|to say(?: that)?|where|regarding|which mentions|to mention|mentions|that mentions|offering|inviting|to|[:,-])\s*)(.+)$/i.exec(
      text,
    )?.[1];
  const moved =
    /^(?:mention|put|add|include|say|move|work in)\s+(.+?)\s+(?:in|as|to|into)\s+(?:a |the )?p\.?\s?s\b/i.exec(
      text,
    )?.[1];
  const said = about ?? moved;
  if (said === undefined) return { op: "ps" };
  return { op: "ps", about: said.replace(/[.\s]+$/, "") };
}
