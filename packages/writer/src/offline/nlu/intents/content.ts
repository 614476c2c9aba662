import type { Op } from "../op.ts";

const fields: readonly (readonly [string, RegExp])[] = [
  [
    "first_name",
    /\b(?:first ?names?|given names?|(?:their|the (?:lead|person|recipient|prospect|contact)'s|lead's|recipient's|prospect's) names?|names? of the (?:lead|person|recipient|contact)|the names?)\b/i,
  ],
  ["last_name", /\b(?:last|family|sur)[- ]?names?\b/i],
  ["full_name", /\bfull names?\b/i],
  [
    "company",
    /\b(?:company|companies|business|firm|organi[sz]ation|employer)(?:'s)?[- ]?names?\b|\b(?:their|the (?:lead|person|recipient|prospect)'s) (?:company|firm|business|organi[sz]ation|employer)\b|\bcompany variable\b|^(?:the )?company$/i,
  ],
  ["position", /\b(?:job ?titles?|job roles?|positions?|roles?|titles?|what they do|designation)\b/i],
  ["headline", /\b(?:headlines?|linkedin (?:headline|bio|tagline))\b/i],
];

/** Use of lead fields, and things to mention, prove or set. */
export function readContent(text: string, variableNames: readonly string[]): Op | undefined {
  return readVariable(text, variableNames) ?? readProof(text) ?? readSlotChange(text) ?? readMention(text);
}

function readVariable(text: string, variableNames: readonly string[]): Op | undefined {
  const written = /%([A-Za-z_][\w.-]*)(?:\|[^%]*)?%|\{\{\s*([\w.]+)\s*\}\}/.exec(text);
  const verb =
    /^(?:use|add|include|mention|insert|put|work in|personali[sz]e (?:it |this |the (?:email|opener|draft) )?(?:with|by|using)|reference|bring in|refer to|call out|say|greet (?:them|people|him|her)(?: with| by| using)?|address (?:them|people)(?: with| by| using)?|start with|open with|drop in|weave in|pull in|work|have|make use of|tailor (?:it )?(?:to|by|with))\s+(.+)$/i.exec(
      text,
    )?.[1];
  if (verb === undefined) return undefined;
  if (written !== null) return { op: "variable", said: written[1] ?? written[2] ?? "" };
  const words = verb.toLowerCase();
  if (words.split(/\s+/).length > 12) return undefined;
  const theirs =
    /\b(?:their|the (?:lead|person|recipient|prospect|contact|reader)(?:'s)?|his|her|lead's|each|every|people's|variable|field|custom field|merge|placeholder|token)\b/i.test(
      words,
    );
  const custom = variableNames
    .filter((name) => name.startsWith("custom_fields."))
    .find((name) => matchesKey(words, name.slice("custom_fields.".length)));
  if (custom !== undefined && (theirs || /^(?:the )?[\w -]+$/.test(words))) return { op: "variable", said: custom };
  const named = fields.find(([, pattern]) => pattern.test(words));
  if (
    named !== undefined &&
    (theirs ||
      /\b(?:first|last|company|job) ?(?:name|title)s?\b/i.test(words) ||
      /^(?:the )?(?:position|role|job title|headline|company|company name|first name)(?: (?:in|at) the .+)?$/i.test(
        words,
      ))
  )
    return { op: "variable", said: named[0] };
  const asked =
    /^(?:their|the (?:lead|recipient|prospect|contact)'s|each lead's)\s+([\w -]{2,40}?)(?:\s+(?:in|at|to|for) the .+)?$/i.exec(
      words,
    );
  return asked?.[1] !== undefined && /\b(?:field|variable)\b/i.test(words)
    ? { op: "variable", said: asked[1] }
    : undefined;
}

function matchesKey(words: string, key: string): boolean {
  const plain = key
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.includes(plain) || words.includes(plain.replace(/s$/, "")) || words.includes(key.toLowerCase());
}

function readProof(text: string): Op | undefined {
  return /^(?:add|include|put in|throw in|drop in|squeeze in|give|use|insert|work in|mention|show|bring in|need|needs|it needs|i want|we need|more|back it up with|support (?:it|this) with|strengthen (?:it|this) with)\s+(?:me |it |in )?(?:some |a |an |the |our |more |any |one |another |a bit of |a piece of |real |stronger |concrete |better )*(?:social proof|proof(?: points?)?|evidence|credibility|case stud(?:y|ies)|testimonials?|numbers?|stats?|statistics|figures?|data|references?(?: customers?)?|customer (?:example|story|proof|quote|stories)|client (?:example|story|stories)|results?|success stor(?:y|ies)|track record|facts?|examples?|metrics?)(?: (?:to (?:it|the email|back it up)|point|here|in (?:it|there)|about .{0,0}))*$/i.test(
    text,
  )
    ? { op: "proof" }
    : undefined;
}

function readSlotChange(text: string): Op | undefined {
  const audience =
    /^(?:change|switch|update|set|make|adjust)\s+(?:the |our |my )?(?:target |intended )?(?:audience|target|recipients?|readers?|icp|persona|prospects?)\s+(?:to|is|to be|into|as|be|=|:)\s+(.+)$/i.exec(
      text,
    ) ??
    /^(?:target|address|aim (?:it )?(?:at|for)|write (?:it |this )?(?:for|to)|make (?:it|this) (?:for|about|fit|work for|relevant (?:to|for)|suitable for|aimed at|target)|rewrite (?:it|this) for|redo (?:it|this) for|adapt (?:it|this) (?:for|to)|adjust (?:it|this) (?:for|to)|tailor (?:it|this) (?:to|for)|retarget (?:it )?(?:to|at)|use (?:it|this) for|it(?:'s| is| should be) (?:actually )?for|this is for|the audience (?:is|should be)(?: actually)?|they(?:'re| are) actually)\s+(.+?)(?:\s+(?:instead|rather|now|not .+|instead of .+|rather than .+))*$/i.exec(
      text,
    );
  if (
    audience?.[1] !== undefined &&
    !/^(?:me|us|you|clarity|length|mobile|humans?|a (?:human|person)|them|it|this|the (?:same|ask|point))\b/i.test(
      audience[1],
    )
  )
    return {
      op: "slot",
      slot: "audience",
      value: audience[1].replace(/\s*,?\s+(?:instead|rather than|not)\b.*$/i, ""),
    };
  const slot =
    /^(?:change|switch|update|set|make|adjust|rewrite|use as)\s+(?:the |our |my )?(?:main )?(product|offer|offering|service|solution|pain(?: point)?|problem|challenge|proof|benefit|outcome|value prop(?:osition)?)\s+(?:to|is|to be|into|as|be|=|:|about)\s+(.+)$/i.exec(
      text,
    ) ??
    /^(?:the )?(?:actual |real |main )?(product|offer|pain(?: point)?|problem|challenge) is (?:actually|really|rather)\s+(.+)$/i.exec(
      text,
    );
  if (slot?.[2] === undefined) return undefined;
  const name = (slot[1] ?? "").toLowerCase();
  return {
    op: "slot",
    slot: /^(?:pain|problem|challenge)/.test(name)
      ? "pain"
      : name.startsWith("proof")
        ? "proof"
        : /^(?:benefit|outcome|value)/.test(name)
          ? "outcome"
          : "product",
    value: slot[2],
  };
}

function readMention(text: string): Op | undefined {
  const focus =
    /^(?:focus (?:it |the email |this )?(?:more )?on|lead with|emphasi[sz]e|stress|highlight|make it (?:more )?about|concentrate on|center it on|put more (?:focus|emphasis|weight) on)\s+(?:the fact )?(?:that )?(.+)$/i.exec(
      text,
    );
  if (focus?.[1] !== undefined) return { op: "mention", text: focus[1], role: "focus" };
  const match =
    /^(?:mention|include|add|bring up|talk about|note|say|state|point out|tell (?:them|him|her|people|the reader)|let (?:them|him|her|people) know|work in|weave in|refer to|reference|put in|insert|throw in|squeeze in|write|it should (?:mention|say|include)|should (?:mention|say|include)|make (?:it )?clear|explain|inform (?:them|him|her))\s+(?:in |also )?(?:something |a (?:line|sentence|note|bit|word|mention|paragraph|reference|hint) |an? (?:extra|additional|short|quick|new|brief|one-line) (?:line|sentence|note|paragraph) |one (?:line|sentence) |somewhere |briefly |there |the fact |information |info |details |more )?(?:about |on |saying |that says |stating |to say |of |regarding |explaining |mentioning |describing |to )?(?:the fact )?(?:that |how )?(.+?)(?:\s+(?:somewhere|in there|in it|too|as well|in the (?:email|mail|draft|text|body|message|copy)|to (?:it|the (?:email|mail|draft|text))|in (?:one|a) (?:line|sentence)))*$/i.exec(
      text,
    );
  const said = match?.[1]?.trim();
  if (
    said === undefined ||
    said === "" ||
    /^(?:it|this|that|me|us|more|less|again|something|an? (?:email|follow-?up|cold email|message)|(?:an? |the )?(?:tone|humou?r|urgency|personality|emoji|warmth|joke|greeting|sign-?off|subject(?: line)?)s?)$/i.test(
      said,
    )
  )
    return undefined;
  if (
    /^(?:write|explain|note|say|state|insert)\b/i.test(text) &&
    /^(?:an?|the|me)\s+(?:\w+ ){0,3}(?:email|message|mail|follow-?up|note|intro|draft|pitch|version|letter|sequence|subject)/i.test(
      said,
    )
  )
    return undefined;
  return { op: "mention", text: said.replace(/^["']([^"']+)["']$/, "$1") };
}
