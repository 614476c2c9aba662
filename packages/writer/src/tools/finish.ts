import { FinishInput } from "./schemas.ts";
import { answered, defineTool, refused } from "./tool.ts";

/** End the turn with what was done. */
export const finish = defineTool({
  name: "finish",
  description:
    "End the turn. summary tells the person in one to three sentences what changed, with figures where there are any, and what was left out and why.",
  label: "Finishing",
  update: false,
  input: FinishInput,
  execute({ summary }, { refusedBefore }) {
    if (refusedBefore)
      return refused([
        {
          code: "update_refused",
          path: "",
          got: "",
          hint: "an update in this answer was refused: correct it first, or say in a later answer what could not be done",
        },
      ]);
    return answered({ summary });
  },
});
