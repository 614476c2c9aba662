import { AppError, type Issue } from "../../base/errors.ts";
import type { TxContext } from "../../base/transaction.ts";
import { readDrafts } from "../drafts/read-drafts.ts";
import type { SessionRow } from "../sessions/access.ts";
import type { Selection } from "./contract.ts";

/**
 * Refuse a selection of words that the session does not have, rather than have a run find nothing there to change.
 *
 * A draft that has been edited since may hold the words elsewhere or in more text, so the range may fit either the draft
 * of the selection's revision or the current one.
 *
 * @throws {AppError} `invalid_input` naming the part of the selection that is wrong.
 */
export async function refuseSelection(tx: TxContext, session: SessionRow, selection: Selection): Promise<void> {
  const { field, to, revision } = selection;
  if (revision > session.revision) throw refused("revision", `must be at most ${session.revision}`);
  const drafts = await readDrafts(tx, session.id);
  const texts = [drafts.at(-1), drafts.findLast((draft) => draft.revision <= revision)].map((draft) => draft?.[field]);
  const longest = Math.max(...texts.map((text) => text?.length ?? 0));
  if (longest === 0) throw refused("field", `has no text: the draft's ${field} is empty`);
  if (to > longest) throw refused("to", `must be at most ${longest}, where the draft's ${field} ends`);
}

function refused(part: keyof Selection, message: string): AppError {
  const issues: Issue[] = [{ path: `/selection/${part}`, message }];
  return new AppError("invalid_input", `selection/${part} ${message}. Select the words again and send.`, { issues });
}
