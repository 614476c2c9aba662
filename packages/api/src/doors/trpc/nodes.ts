import { addNode } from "../../verbs/nodes/add-node.ts";
import { AddNodeInput, MoveNodeInput, NodeRef, UpdateNodeInput } from "../../verbs/nodes/contract.ts";
import { moveNode } from "../../verbs/nodes/move-node.ts";
import { removeNode } from "../../verbs/nodes/remove-node.ts";
import { updateNode } from "../../verbs/nodes/update-node.ts";
import { procedure, router } from "./init.ts";

export const nodes = router({
  add: procedure.input(AddNodeInput).mutation(({ ctx, input }) => addNode(ctx.verb, input)),
  update: procedure.input(UpdateNodeInput).mutation(({ ctx, input }) => updateNode(ctx.verb, input)),
  move: procedure.input(MoveNodeInput).mutation(({ ctx, input }) => moveNode(ctx.verb, input)),
  remove: procedure.input(NodeRef).mutation(({ ctx, input }) => removeNode(ctx.verb, input)),
});
