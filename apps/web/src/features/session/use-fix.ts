import { applyFixToEmail } from "@longhand/template";
import type { CheckResult } from "@longhand/template/checks";
import { toast } from "../../ui/toaster.tsx";
import { sameText } from "../draft/autosave.ts";
import type { DraftStore } from "../draft/draft-store.ts";

/** Carries out a finding's fix: in the text here where a rule has written it out, else as an exact request in the chat. */
export function useFix(draft: DraftStore, onAsk: (text: string) => void): (result: CheckResult) => void {
  return (result) => {
    const { fix } = result;
    if (fix === undefined) return;
    if (fix.edits.length === 0) return onAsk(fix.instruction);
    const { own } = draft.get();
    const fixed = applyFixToEmail(own, fix);
    if (sameText(fixed, own)) return onAsk(fix.instruction);
    draft.type(fixed);
    toast(fix.instruction, { undo: () => draft.type(own) });
  };
}
