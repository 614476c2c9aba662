import type { Op } from "../op.ts";

const outside: readonly (readonly [string, RegExp])[] = [
  [
    "send email",
    /^(?:send|schedule|dispatch|fire off|mail)\s+(?:it|this|the (?:email|mail|campaign|draft))?\s*(?:now|out|off|today|tomorrow|to everyone|to all.*|to (?:my|the) leads.*|at .*|on .*|for me|to .+@.+)?$/i,
  ],
  [
    "find leads or addresses",
    /^(?:find|get|scrape|look up|search for|buy|import|collect)\s+(?:me )?(?:more |new |some |a list of |\d+ )?(?:leads|contacts|email addresses|emails of|prospects|phone numbers|companies)\b/i,
  ],
  [
    "look things up on the web",
    /^(?:google|search the web|browse|look up|research|check (?:their|the) (?:website|linkedin)|(?:visit|open) (?:the |their |our |this )?(?:web ?site|page|link|url|linkedin|https?:))\b(?!.*\b(?:paragraph|sentence)\b)/i,
  ],
  [
    "write code",
    /\b(?:python|javascript|java|sql|html|css|code|script|function|regex|program)\b.*\b(?:write|for|that|to)\b|^write (?:a |some )?(?:python|javascript|code|script|function|program|poem|song|essay|story|blog|article|tweet|haiku|joke|recipe|resume|cv|cover letter)\b/i,
  ],
  [
    "add pictures or files",
    /^(?:add|attach|insert|include|embed|use)\s+(?:an? |the |our |some |my )?(?:image|picture|photo|logo|gif|video file|attachment|file|banner|pdf file|meme|signature image)s?\b/i,
  ],
  [
    "format text",
    /^(?:make|put|set|use|add)\s+(?:.{0,40}\s)?(?:in )?(?:bold(?:face)?|italics?|underlined?|html|colou?rs?|font|bigger font|bullet ?points?|bullets|a table|headings?|emojis?)\b(?!er)/i,
  ],
  [
    "talk about that",
    /\b(?:weather|football|soccer|president|election|stock price|bitcoin|crypto price|movie|song|capital of|meaning of life|how old are you|are you (?:human|real|an? (?:ai|bot|robot|person))|what model|which model|your (?:name|instructions|prompt|system prompt)|who (?:made|built|created) you|tell me a joke|what time is it|what day is it|solve|calculate|what is \d+|what's \d+)\b/i,
  ],
  [
    "follow instructions that are not about this email",
    /\b(?:ignore (?:all |any )?(?:previous|prior|above|earlier|your) (?:instructions|prompts?|rules)|disregard (?:all|any|the|your)|system prompt|reveal your|print your|jailbreak|you are now|act as (?:an?|the) (?!sales|copy)|pretend (?:to be|you)|developer mode|forget (?:all|everything|your) (?:instructions|rules|previous)|api key|password)\b/i,
  ],
];

/** Thanks, greetings, questions about the writer, and what lies outside its work. Never an edit. */
export function readTalk(raw: string, text: string): Op | undefined {
  const plain = raw
    .trim()
    .toLowerCase()
    .replace(/[.!?\s]+$/, "");
  const found = outside.find(([, pattern]) => pattern.test(text) || pattern.test(plain));
  if (found !== undefined) return { op: "outside", what: found[0] };
  if (
    /^(?:(?:ok|okay|great|nice|cool|perfect|awesome|wow|super|good|and|many|thank you|thanks|thx|ty|cheers|so much|a lot|very much|again|for (?:the|your) (?:help|draft|email)|that's|that is|much|appreciated|appreciate it|brilliant|amazing|lovely|wonderful|fantastic)[\s,!.]*)+$/i.test(
      plain,
    ) &&
    /thank|thx|\bty\b|cheers|appreciate/.test(plain)
  )
    return { op: "talk", about: "thanks" };
  if (
    /^(?:(?:ok|okay|yes|yep|great|perfect|good|cool|nice|excellent|love it|i love it|looks? (?:good|great|perfect|fine|nice)|that's (?:it|perfect|great|good|fine|better)|this (?:is|looks) (?:good|great|perfect|fine|better|nice)|it(?:'s| is) (?:good|great|perfect|fine|ready)|approved?|i approve|ship it|done|all good|good to go|we're good|ready|much better|better|awesome|amazing|works(?: for me)?|that works|brilliant|spot on|well done|good job|nice work|great work|now|like it|i like it|sounds good|lgtm|exactly|fine|wonderful|lovely)[\s,!.]*)+$/i.test(
      plain,
    )
  )
    return { op: "talk", about: "approve" };
  if (
    /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|yo|howdy|greetings|hiya|sup|there|everyone|team)[\s,!.]*)+(?:how are you(?: doing)?(?: today)?)?$/i.test(
      plain,
    )
  )
    return { op: "talk", about: "greet" };
  if (
    /^(?:help(?: me)?|what can (?:you|i) (?:do|ask|say|change)|how (?:does|do) (?:this|it|you) work|what (?:are|can be) (?:my|the) options|how do i (?:use|start|begin)(?: this)?|where do i start|what (?:should|do) i (?:say|write|do|need)|commands|options|\?)$/i.test(
      plain,
    )
  )
    return { op: "talk", about: "help" };
  if (
    /^(?:how (?:many words|long is (?:it|this|the (?:email|draft)))|what(?:'s| is) the (?:word count|length|reading (?:level|grade))|word count|count the words)/i.test(
      plain,
    )
  )
    return { op: "talk", about: "words" };
  if (
    /^(?:what do you know(?: about .+)?|what (?:have you|did you) (?:got|understood?|use[d]?)|show (?:me )?the brief|what(?:'s| is) (?:the|in the) brief|which facts .+|what facts .+|summari[sz]e (?:the brief|what you know))/i.test(
      plain,
    )
  )
    return { op: "talk", about: "facts" };
  if (
    /^(?:why\b.*|explain\b.*|what(?:'s| is) (?:the )?(?:structure|framework|idea|logic|thinking|strategy|plan|skeleton)\b.*|walk me through.*|how did you (?:choose|decide|write|build).*|tell me why.*|what does (?:this|the|each|that) (?:paragraph|sentence|block|part|slot|skeleton|do|mean).*|what makes (?:this|it) (?:good|work).*|is (?:this|it) (?:any )?good\b.*|what do you think\b.*|reasoning)$/i.test(
      plain,
    )
  )
    return { op: "explain" };
  if (
    /^(?:(?:ok|okay|yes|great|perfect|good|cool|nice|excellent|awesome|amazing|love it|looks? (?:good|great|perfect|fine|nice)|that's (?:it|perfect|great|good|fine|better)|this (?:is|looks) (?:good|great|perfect|fine|better|nice)|much better|better|works|sounds good|thanks?(?: you)?(?: so much| a lot| very much)?|thx|cheers|done|all good|for now|now)[\s,!.]*)+$/i.test(
      plain,
    )
  )
    return { op: "talk", about: "approve" };
  const preview =
    /^(?:preview|show (?:me )?(?:a |the |some )?(?:preview|examples?|samples?|how (?:it|this) (?:looks|reads|will look|would look))|how (?:does|will|would) (?:it|this) (?:look|read)|what (?:does|will|would) (?:it|this) look like|render|let me see (?:it|how it looks)|try it (?:on|with|for)|fill it in)(?:\s.*?\b(?:for|with|on)\s+(.+)|\s+(.+))?$/i.exec(
      plain,
    );
  if (preview !== null)
    return {
      op: "preview",
      ...((preview[1] ?? preview[2]) === undefined ? {} : { name: preview[1] ?? preview[2] ?? "" }),
    };
  if (
    /^(?:just (?:write|draft|go|do) (?:it|something|anything|ahead)|you (?:decide|choose|pick)|up to you|whatever(?: you (?:think|want|like))?|anything|i don't (?:know|care|mind)|idk|no idea|not sure|doesn't matter|surprise me|skip(?: it| that)?|go ahead|no(?:ne|pe)?|nothing|don't have (?:one|any|that|it)|we don't have (?:one|any|that)|n\/a|leave it(?: out)?|without it)$/i.test(
      plain,
    )
  )
    return { op: "decide" };
  return undefined;
}
