import type { Op } from "../op.ts";
import { readTarget } from "../read-target.ts";
import { readComplaintTone, readTone } from "../tone-words.ts";

/** A change of tone, or a complaint that asks for one. */
export function readToneChange(text: string): Op | undefined {
  const complaint =
    /^(?:it(?:'s| is)|this(?:'s| is)?|that(?:'s| is)?|the (?:tone|e-?mail|draft|text|mail|wording|language|ask|cta|opener|opening|intro|subject)(?:'s| is)?|sounds?|feels?|reads?|comes across(?: as)?|it (?:sounds?|feels?|reads?|comes across(?: as)?|seems?)|this (?:sounds?|feels?|reads?|seems?)|still|a bit|bit|way|you sound)?\s*(?:(?:is|sounds?|feels?|reads?|seems?|still|a bit|a little|way|much|far|rather|kind of|kinda|somewhat|just|really|so|very|slightly) )*(?:too|overly|so|very|a bit|a little|rather|quite|kind of)\s+(?:much )?(\w[\w-]*(?: \w+){0,3})$/i.exec(
      text,
    );
  if (
    complaint?.[1] !== undefined &&
    !/^(?:more|less|long|short|wordy|brief|many|much|few|generic|vague|bland|boring|complicated|complex|technical)\b/i.test(
      complaint[1],
    )
  ) {
    const tone = readComplaintTone(complaint[1]);
    if (tone !== undefined && /\b(?:ask|cta)\b/i.test(text) && tone === "soft") return { op: "soften-ask" };
    if (tone !== undefined) return { op: "tone", tone, said: complaint[1] };
  }
  const plainly =
    /^(?:it|this|that|the (?:tone|email|draft|text|wording))?\s*(?:is|'s|sounds|feels|reads|seems|comes across as|comes off as)\s+(?:a bit |a little |very |really |so |kind of |quite |rather )?(\w[\w-]*)$/i.exec(
      text,
    )?.[1];
  const wanted =
    plainly === undefined ||
    /^(?:fine|good|great|ok|okay|perfect|ready|it|nice|better|done|long|short|wordy)$/i.test(plainly)
      ? undefined
      : readComplaintTone(plainly);
  if (wanted !== undefined) return { op: "tone", tone: wanted, said: plainly ?? "" };
  if (/\bsofter (?:ask|cta|question|close)\b/i.test(text)) return { op: "soften-ask" };
  if (
    /\b(?:ask|cta|question|close)\b.*\b(?:softer|lighter|smaller|easier|gentler|less (?:pushy|direct|demanding)|lower[- ]commitment)\b|\b(?:soften|lighten|ease)\b.*\b(?:ask|cta|close|question)\b/i.test(
      text,
    )
  )
    return { op: "soften-ask" };
  const negated =
    /^(?:don't|do not|dont|not|stop|never|no need to)\s+(?:be |being |sound |sounding |make it |come across (?:as )?|write )?(?:so |too |that |overly |as |quite )*(.+)$/i.exec(
      text,
    )?.[1];
  const opposite =
    negated === undefined ||
    /\b(?:change|touch|lose|keep) the tone\b|^(?:change|touch|remove|mention|use|say)\b/i.test(negated)
      ? undefined
      : readComplaintTone(negated);
  if (negated !== undefined) return opposite === undefined ? undefined : { op: "tone", tone: opposite, said: negated };
  const asked =
    /^(?:(?:make|keep|get|have|write|rewrite|turn|put|sound|be|use|go|try|give|adopt|set|change|switch|adjust|tone|let)\b|(?:(?:a (?:bit|little|lot)|much|way|even|slightly|somewhat|far|still) )?(?:more|less)\b|(?:softer|warmer|friendlier|punchier|bolder|snappier|gentler|lighter|nicer|crisper|blunter|kinder)\b|(?:in an?|with an?)\b.*(?:tone|voice|style|way)|(?:casual|formal|friendly|direct|professional|informal|conversational|warm|polite|neutral|confident|humble|playful|relaxed|soft|bold|human|chill|punchy|not (?:too |so )?(?:salesy|pushy|formal|casual|stiff)|no pressure|nothing (?:salesy|pushy)|don't (?:be|sound)|should (?:be|sound|feel)|tone|style|voice|the tone)\b)/i.test(
      text,
    );
  const tone = readTone(text);
  if (!asked || tone === undefined) return undefined;
  if (/^(?:make|use|give|write|put)\s+(?:the )?(?:ask|cta)\b/i.test(text) && tone.tone === "soft")
    return { op: "soften-ask" };
  if (/\b(?:ask|call|question) (?:directly|for)\b/i.test(text) && !/tone/i.test(text)) return undefined;
  const words = text.split(/\s+/).length;
  if (words > 14) return undefined;
  const part = /^make (?:the )?(.+?) (?:more |less |a (?:bit|little) |much |sound )/i.exec(text)?.[1];
  const target = part === undefined ? undefined : readTarget(part);
  if (target !== undefined && target.kind !== "all" && !/^tone|email|draft/i.test(part ?? ""))
    return target.kind === "subject" ? { op: "subject", mode: "new" } : { op: "rewrite", target };
  return { op: "tone", tone: tone.tone, said: tone.said };
}
