const recipient =
  "(?:them|him|her|people|the reader|readers|the recipient|recipients|prospects|leads|the lead|everyone|folks|customers|clients)";
const meeting =
  "(?:calls?|meetings?|demos?|chats?|conversations?|visits?|trials?|intros?|introductions?|walkthroughs?|zoom|coffee|appointments?|reply|replies|response|answer|feedback|consultations?|tours?|tastings?|samples?|quotes?|audits?|pilots?|webinars?|slots?|minutes?|referrals?|sign-?ups?|tests?|sit-?downs?|discovery call|lunch|site visit|phone call|video call|look|test drive|assessments?|order)";

const patterns: readonly RegExp[] = [
  new RegExp(
    `^(?:and |then |finally |at the end |just |end (?:it )?(?:by|with|on)?|close (?:it )?(?:by|with)?|finish (?:it )?(?:by|with)?|wrap up (?:by|with)?)?\\s*(?:ask|asking|request|requesting)(?: ${recipient})?\\s+((?:for|if|whether|to|how|what|when|where|who|which|why|about|a|an|some|10|15|20|30|45|their)\\b.+)$`,
    "i",
  ),
  new RegExp(
    `^(?:make|change|set|switch|update|turn|adjust|rewrite|edit|modify|move)\\s+(?:the |our |its |that )?(?:ask|cta|call[- ]to[- ]action|closing question|closing ask|close|request|ending|final question|last line|goal)\\s+(?:so (?:that )?it(?:'s| is| asks)?|to be|to ask|to a question about|to|into|be|is|as|from .{2,40} to|=|:|-)?\\s*(?:ask(?:ing)?\\s+)?(.+)$`,
    "i",
  ),
  /^(?:swap|replace|change|switch|trade|turn)\s+(?:the |a |an |our )?(?:call|meeting|demo|chat|visit|audit|trial|question|request)\s+(?:for|with|to|by|into)\s+([^"]+)$/i,
  new RegExp(
    `^(?:have|let|make) ${recipient} ((?:book|pick|choose|reply|call|sign|register|download|visit|try|come|join|schedule|answer|confirm|send|tell|suggest|forward|order|fill|watch|read)\\b.+)$`,
    "i",
  ),
  new RegExp(
    `^(?:(?:can|could|should|may|shall) )?(?:the |our |my )?(?:ask|cta|call to action) (?:be|become) (.+?)(?: instead)?$`,
    "i",
  ),
  new RegExp(
    `^(?:the |our |my )?(?:ask|cta|call[- ]to[- ]action|goal|aim|objective|next step|desired (?:action|outcome)|purpose)(?: (?:here|of (?:the|this) (?:email|mail|message)))?\\s*(?:is|should be|would be|=|:|will be|being|->)\\s*(?:to (?:ask|get|have) ${recipient} (?=to )|simply |just )?(.+)$`,
    "i",
  ),
  new RegExp(
    `^(?:(?:i|we)(?:'d| would|'m|'re| am| are)?\\s*)?(?:also |just )?(?:want|need|like|love|hoping for|hope for|hoping to get|looking to get|hope|trying to get)(?: to (?:get|have))?\\s+${recipient}\\s+(to .+|on a .+|to .+)$`,
    "i",
  ),
  new RegExp(
    `^(?:try to |to )?(?:get|have|push|nudge|encourage|invite|convince|persuade|tell|lead|drive)(?:ting|ing)?\\s+${recipient}\\s+((?:to|on|into|onto|for)\\s.+)$`,
    "i",
  ),
  new RegExp(
    `^(?:(?:i|we)(?:'d| would)?\\s+|would )(?:just |also |really )?(?:want|need|like|love|hope for|am hoping for|'m hoping for|are hoping for|would love|am looking for|'m looking for)\\s+((?:to (?:book|set up|schedule|get on|hop on|jump on|have|arrange|get|do|meet|talk|speak|chat)\\s.*)|(?:(?:a|an|some|\\d+)\\s(?:[\\w-]+\\s){0,4}${meeting}\\b.*))$`,
    "i",
  ),
  new RegExp(
    `^(?:(?:we(?:'re| are)?|i(?:'m| am)?)\\s+)?(?:looking|hoping|aiming|going|pushing|push|aim|go|hope|shoot)\\s+(?:for|to (?:get|book|set up|schedule|have))\\s+((?:a|an|some|\\d+|them)\\s.*${meeting}\\b.*)$`,
    "i",
  ),
  /^(?:see|find out|check|finding out|checking|learn|know|figure out|test)\s+((?:if|whether|how|what|who)\s.+)$/i,
  new RegExp(
    `^(?:propose|suggest|offer|request|book|schedule|set up|arrange|get|secure|land|go for|push for|invite for|try for|want)(?:ing)?\\s+(?:${recipient}\\s+)?((?:a|an|some|the|\\d+|free)\\s?(?:[\\w'-]+\\s){0,5}${meeting}\\b.*)$`,
    "i",
  ),
  /^((?:book|schedule|set up|arrange|get|hop|jump)(?: on| onto)? (?:a|an|\d+)?\s?.*\b(?:call|meeting|demo|chat|appointment|visit|conversation|consultation)\b.*)$/i,
  new RegExp(`^(?:invite|inviting)\\s+(?:${recipient}\\s+)?(?=to |for )(.+)$`, "i"),
  new RegExp(`^(?:offer|offering)(?: to send)?\\s+${recipient}\\s+(.+)$`, "i"),
  new RegExp(
    `^(?:end|close|finish|finishing|ending|closing)(?: it| the email)?\\s+(?:with|on|by)\\s+(?:a |an )?(?:request|question|ask|call to action|cta)\\s+(?:for|about|asking|to)\\s*(.+)$`,
    "i",
  ),
  new RegExp(
    `^(?:end|close|finish)(?: it| the email)?\\s+(?:with|on|by proposing|by suggesting|by offering)\\s+((?:a|an|the)\\s.*${meeting}\\b.*)$`,
    "i",
  ),
  /^(?:cta|ask)\s+(?:for\s+)?(.+)$/i,
  new RegExp(
    `^(?:so (?:that )?)?they\\s+(?:should|could|can|will|need to|would)\\s+((?:reply|book|call|sign up|respond|click|visit|register|schedule|answer|email|contact|get back|come|order|try|join|download|meet|talk|hop|get in touch)\\b.*)$`,
    "i",
  ),
];

/**
 * What a clause asks to ask for ("a 15-minute call", "if they use a scheduler",
 * "to reply with a time"), in the user's words; undefined when it is no such request.
 */
export function readAsk(said: string): string | undefined {
  // "Ask for a visit instead" speaks of the ask before it, "paper instead of software" of the ask itself.
  const clause = said.replace(/,?\s+instead(?=(?:\s+(?:please|pls|now))?[.!?\s]*$)/i, "");
  const theirs = new RegExp(
    `^(?:(?:and|then|finally|also|just)\\s+)?(?:ask(?:ing)?|get|invite|want|have|i'd like|we'd like|i want|we want|i need|we need)\\s+(${recipient})\\s+((?:to\\s+)?(?:send|share|show|email|forward)\\s.+)$`,
    "i",
  ).exec(clause);
  if (theirs?.[2] !== undefined) return `them to ${theirs[2].replace(/^to\s+/i, "").replace(/[.!?\s]+$/, "")}`;
  const wished =
    /^(?:(?:i|we)(?:'d| would)? (?:also )?)?(?:want|like|love|need|hope|plan|would like|would love) to ((?:invite|ask|set up|schedule|arrange|book|get)\s.+)$/i.exec(
      clause.trim(),
    )?.[1];
  const inner = wished === undefined ? undefined : readAsk(wished);
  if (inner !== undefined) return inner;
  const curious =
    /^(?:(?:i|we)(?:'d| would)? )?(?:want|would like|like|love|need) to (?:know|learn|find out|hear) ((?:if|whether|when|what|who|how|which|where)\s.+)$/i.exec(
      clause.trim(),
    )?.[1] ??
    /^(.{4,80}?)\s*=\s*(?:the )?(?:ask|cta)$/i.exec(clause.trim())?.[1] ??
    /^invite (?:them|people) with (an? .+)$/i.exec(clause.trim())?.[1];
  if (curious !== undefined) return curious.replace(/[.!?\s]+$/, "");
  const free =
    /^(?:(?:maybe|perhaps|also|and|then|finally|just)\s+)*(?:(?:(?:i|we)(?:'d| would)?\s+)?(?:(?:love|like|want|would like|would love|happy|wanna|hope)\s+to\s+))?(?:(?:want|wanna|need|like|love|happy)\s+to\s+)?offer(?:ing)?\s+(?:them\s+|the reader\s+|people\s+)?((?:an?|one|two|three|four|\d+|free)\s.+)$/i.exec(
      clause.trim(),
    );
  if (free?.[1] !== undefined) return free[1].replace(/[.!?\s]+$/, "");
  const question =
    /^((?:could|would|can|will|do|are|have|did|might) they\b.+|is (?:that|this|it|there) .*\bthey\b.*|(?:can|could|may) (?:we|i) (?:send you|send them|send an?|show you|show them|show it|come|visit|drop by|stop by|meet|bring|call|offer|set up a|book a)\b.+)$/i.exec(
      clause.trim(),
    );
  if (question?.[1] !== undefined) return question[1].replace(/[.!?\s]+$/, "");
  const offered =
    /^(?:i|we)?\s*(?:'d|would|want|wanted)?\s*(?:love|like)?\s*to (send|share|show|email(?= them))\s+(?:them\s+|over\s+)?(.+)$/i.exec(
      clause,
    );
  if (
    offered?.[2] !== undefined &&
    /^(?:i|we|would|to)\b/i.test(clause) &&
    /\b(?:love|like|want|wanted)\b/i.test(clause)
  )
    return `to ${offered[1] ?? "send"} ${offered[2].replace(/[.!?\s]+$/, "")}`;
  for (const pattern of patterns) {
    const text = pattern
      .exec(clause)?.[1]
      ?.trim()
      .replace(/[.!?\s]+$/, "")
      .replace(/\s+instead$/i, "")
      .replace(/^(?:for|of)\s+/i, "")
      .replace(/^(?:about)\s+(?=(?:a|an)\s)/i, "");
    if (
      text !== undefined &&
      text !== "" &&
      !/^to (?:e-?mail|reach|contact|write|target|sell|pitch|introduce|promote|talk to|market)\b/i.test(text) &&
      !/^(?:shorter|softer|longer|smaller|lighter|less|more|friendlier|bolder|stronger|clearer|simpler|better|different|nicer|bigger|question)\b/i.test(
        text,
      ) &&
      !/^(?:me|a question|too|very|so|not|a bit|a little|kind of|weak|boring|fine|good|great|ok|okay|bad|wrong|missing|unclear|vague|pushy|salesy)\b/i.test(
        text,
      )
    )
      return text;
  }
  return undefined;
}
