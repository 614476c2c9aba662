const courtesies = new RegExp(
  `^(?:(?:ok(?:ay)?|great|nice(?: one)?|good(?: job| work| start)?|cool|thanks(?: a lot)?|thank you|thx|perfect|lovely|love it|looks good|looks great|not bad|hmm+|hm|well(?=,)|so(?=[, ])|now|then|also|and|but|plus|oh|ah|actually|just|maybe|perhaps|please|plz|pls|kindly|hey|hi|hello|yes|yeah|yep|sure|no(?=[,.!])|nope|alright|right(?=,)|again(?=,)|instead(?=,| (?:ask|say|use|make|write|mention|call|offer)\\b)|next(?=,)|finally|lastly|first(?=,)|secondly|second(?=,)|third(?=,)|one more thing|one last thing|quick one|sorry|dear (?:assistant|sir|madam|sirs|team|ai|all|friend|longhand|bot)|esteemed \\w+|in addition|additionally|on top of that|this time|for this one|for now|and then|i think|i guess|i feel like|i'd say|how about|what about|let's|lets|go ahead and|don't forget to|do not forget to|remember to|be sure to|make sure (?:to|you|that you)|try to|feel free to|can you(?: please| also| maybe| just)?|could you(?: please| also| maybe| just)?|would you(?: please| also| mind)?|will you(?: please)?|can we(?: please| also| maybe| just)?|could we(?: please| also| maybe| just)?|can u|could u|may i ask you to|would it be possible to|is it possible to|i(?:'d| would) like you to|i want you to|i need you to|i(?:'d| would) (?:like|love|prefer) to(?= (?:change|make|remove|add|replace|drop|shorten|have|see|mention|include|use|keep|cut|get))|i want to(?= (?:change|make|remove|add|replace|drop|shorten|see|mention|include|use|keep|cut))|i need to(?= (?:change|make|remove|add|replace|drop|shorten))|i(?:'d| would) like(?= (?:it|the|a|five|three|\\d))|i want(?= (?:it|the (?:email|tone|subject|draft|text|body|mail)))|it (?:should|needs to|has to|must|could)(?= (?:be|sound|feel|read|have|mention|include|use))|i(?:'d| would) rather|(?:you can|you could|you should|we should|we could)(?= (?:make|change|remove|drop|shorten|cut|rewrite|replace|trim|keep|mention|ask|use))|why don't (?:you|we)|what if (?:you|we))(?:[,:;!.]+\\s*|\\s+))+`,
  "i",
);

/** A clause without the courtesies in front of what it asks for. */
export function stripPoliteness(clause: string): string {
  const stripped = clause.trim().replace(courtesies, "").trim();
  return (
    stripped
      .replace(
        /(?:(?:^|(?<!\b(?:with|to|say|as|by|off))[\s,]+)(?:please|pls|plz|thanks|thank you|thx|ok|okay|if you can|if possible|for me|though|too|as well|a (?:little|bit|tad|touch)|slightly))?[\s.!?,]*$/i,
        "",
      )
      .trim() || clause.trim().replace(/[.!?\s]+$/, "")
  );
}
