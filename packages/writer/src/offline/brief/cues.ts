/** Words by which a complaint is known. */
const pain =
  /\b(?:can't|cannot|can not|couldn't|struggl\w*|hate[sd]?|hating|los(?:e|es|ing|t)|wast(?:e|es|ing|ed)|spend(?:s|ing)?|spent|tired of|sick of|fed up|stuck|miss(?:es|ed|ing)?|don't (?:have|know|trust|get|see)|do not (?:have|know)|doesn't|lacks?|lacking|have trouble|trouble|have to|has to|still|fail(?:s|ing|ed|ure|ures)?|fight(?:s|ing)?|juggl\w*|suffer\w*|overpay\w*|overspend\w*|worr(?:y|ies|ied)|fear\w*|deal(?:s|ing)? with|drown\w*|chas(?:e|es|ing)|complain\w*|pay(?:s|ing)? too|behind|short of|no time|never|rarely|hardly|barely|too (?:long|much|many|slow|expensive|late|often|hard|few|little|busy|complex|complicated)|manual(?:ly)?|by hand|spreadsheets?|on paper|paperwork|errors?|mistakes?|delay\w*|late|slow(?:ly)?|expensive|costly|hard|harder|difficult|painful|pain in|chaos|chaotic|mess|messy|risk(?:s|y)?|fine[sd]|headaches?|nightmare|frustrat\w*|problems?|challeng\w*|issues?|shortages?|churn|no[- ]shows?|downtime|burn(?:out|ed out|t out)|overwhelm\w*|unpaid|outdated|old|gamble|gone|rash(?:es)?|injur\w*|dangerous|unsafe|quit|dispute[sd]?|doubled since|brutal|out of control|smelly|forget\w*|broken|breaks?|breaking|leak\w*|crash\w*|drop[- ]?offs?|scattered|disconnected|unreliable|confus\w*|bottlenecks?|backlogs?|penalt\w*|waiting|guess\w*|scrambl\w*|turnover|shrink\w*|spoil\w*|rely on|depend on|need(?:s)?|empty|wait|weak|low|rejected|declin\w*|rising|under pressure|pressure|stress\w*|tedious|boring|annoy\w*|blind|nobody|no one|nothing|without|refused|overdue|went up|rising|too high|too low)\b/i;

const gain =
  /\b(?:sav(?:e|es|ed|ing)|faster|quicker|cheaper|less|fewer|more|cut(?:s|ting)?|reduc\w*|increas\w*|improv\w*|grow\w*|boost\w*|gain\w*|doubl\w*|halv\w*|automat\w*|easier|easily|simpl\w*|in (?:minutes|seconds|hours|days|real time)|without|instead of|better|free up|win\w*|fill(?:s|ed)?|keep(?:s)?|kept|prevent\w*|avoid\w*|protect\w*)\b/i;

/** Whether words describe a trouble. */
export function soundsLikePain(text: string): boolean {
  return pain.test(text);
}

/** Whether words describe an improvement. */
export function soundsLikeGain(text: string): boolean {
  return gain.test(text);
}

/** Whether words report something that has happened, with a figure or a client. */
export function soundsLikeProof(text: string): boolean {
  return /\b(?:trusted by|used by|loved by|rated|certified|accredited|award\w*|case stud\w*|testimonial|since (?:19|20)\d\d|for (?:over |more than |almost |nearly )?\w+ years|years (?:of experience|in business|in the)|our (?:clients?|customers?|users?|partners?|members?)|\S with us|sends? us|uses us|trusts? us|buys? from us|works? with us|one of our|a (?:client|customer|user) (?:of ours|in|like|near|from)|clients? (?:like|such as|include|report|see|say|save)|customers? (?:like|such as|include|report|see|say|save|typically|on average)|on average|so far|already (?:work|serve|help|use)|last (?:year|month|quarter|season|winter|summer|spring|autumn|fall))\b/i.test(
    text,
  );
}

export function hasFigure(text: string): boolean {
  return /\d|\b(?:half|halved|third|quarter|double[ds]?|doubling|twice|triple[ds]?|dozens?|hundreds?|thousands?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|ninety)\b/i.test(
    text,
  );
}
