import { AskUserInput } from "./schemas.ts";
import { answered, defineTool, refused } from "./tool.ts";

/** End the turn with a question. */
export const askUser = defineTool({
  name: "ask_user",
  description:
    "Ask the person one question, with at most four short options, and end the turn. about names what it is about: audience, product, proof, ask, …",
  label: "Asking",
  update: false,
  input: AskUserInput,
  execute({ question, options, about }, { refusedBefore }) {
    if (refusedBefore)
      return refused([
        {
          code: "update_refused",
          path: "",
          got: "",
          hint: "an update in this answer was refused: correct it first, or ask in an answer of its own",
        },
      ]);
    return answered({ question, options, about });
  },
});
