import { AppError } from "../../base/errors.ts";

/** Why a campaign cannot have this name. */
export function nameTaken(name: string): AppError {
  return new AppError("name_taken", `You already have a campaign named "${name}". Pick another name.`);
}
