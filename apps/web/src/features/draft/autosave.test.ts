import fc from "fast-check";
import { expect, test } from "vitest";
import {
  advance,
  isDirty,
  sameText,
  startAutosave,
  type Autosave,
  type AutosaveEvent,
  type StoredText,
} from "./autosave.ts";
import type { DraftText } from "./draft-text.ts";

const empty: StoredText = { subject: "Hello", body: "One\n\nTwo\n\nThree", revision: 1 };

/** A server and one editor: what each step does to both. */
interface World {
  readonly editor: Autosave;
  readonly server: StoredText;
  /** Saves on the wire: the text and the revision it is meant for. */
  readonly wire: { readonly text: DraftText; readonly revision: number } | null;
  readonly sent: readonly string[];
  /** Texts the server has ever held: nothing of theirs is lost either. */
  readonly held: readonly StoredText[];
  readonly typed: number;
}

const start: World = { editor: startAutosave(empty), server: empty, wire: null, sent: [], held: [empty], typed: 0 };

function give(world: World, event: AutosaveEvent): World {
  const editor = advance(world.editor, event);
  if (editor.saving === null || editor.saving === world.editor.saving)
    return { ...world, editor, wire: editor.saving === null ? null : world.wire };
  const { revision } = editor.base;
  return { ...world, editor, wire: { text: editor.saving, revision }, sent: [...world.sent, `${revision}`] };
}

function put(world: World, text: DraftText): World {
  const server = { ...text, revision: world.server.revision + 1 };
  return { ...world, server, held: [...world.held, server] };
}

const steps = {
  type: (world: World) =>
    give(
      { ...world, typed: world.typed + 1 },
      { type: "typed", text: { ...world.editor.own, body: `${world.editor.own.body}${world.typed}` } },
    ),
  due: (world: World) => give(world, { type: "due" }),
  /** The save arrives: taken when nobody was first, refused with the current text otherwise. */
  answer: (world: World) => {
    if (world.wire === null) return world;
    if (world.wire.revision !== world.server.revision) return give(world, { type: "refused", theirs: world.server });
    const saved = put(world, world.wire.text);
    return give(saved, { type: "saved", revision: saved.server.revision });
  },
  lose: (world: World) => (world.wire === null ? world : give(world, { type: "failed", reason: "lost" })),
  /** The save arrives and its answer does not. */
  arriveAndLose: (world: World) => {
    if (world.wire === null || world.wire.revision !== world.server.revision) return world;
    return give(put(world, world.wire.text), { type: "failed", reason: "lost" });
  },
  writeFirst: (world: World) => put(world, { ...world.server, body: world.server.body.replace("One", "One!") }),
  writeLast: (world: World) => put(world, { ...world.server, body: `${world.server.body}~` }),
  writeSubject: (world: World) => put(world, { ...world.server, subject: `${world.server.subject}.` }),
  hear: (world: World) => give(world, { type: "arrived", theirs: world.server }),
  keepMine: (world: World) => give(world, { type: "keptMine" }),
  takeTheirs: (world: World) => give(world, { type: "tookTheirs" }),
} as const;
type Step = keyof typeof steps;
const names = Object.keys(steps) as Step[];

function walk(path: readonly Step[]): World {
  return path.reduce((world, step) => steps[step](world), start);
}

/** Let everything settle as timers and the stream would. */
function settle(world: World): World {
  let now = world;
  for (let round = 0; round < 6; round++) now = steps.hear(steps.answer(steps.due(steps.answer(now))));
  return now;
}

/** Every key pressed is in the text, unless the person took the other side. */
function hasEveryKey(world: World): boolean {
  return Array.from({ length: world.typed }, (_, key) => key).every((key) =>
    world.editor.own.body.includes(String(key)),
  );
}

test("in every interleaving to depth 5, no key is lost and nothing is saved past a conflict", () => {
  const keys = names.filter((name) => name !== "takeTheirs");
  let walked = 0;
  function visit(world: World, depth: number): void {
    walked += 1;
    if (!hasEveryKey(world)) throw new Error("a key was lost");
    if (world.editor.conflict !== null && world.wire !== null) throw new Error("saved past a conflict");
    if (depth === 0) return;
    for (const name of keys) {
      const next = steps[name](world);
      if (next !== world) visit(next, depth - 1);
    }
  }
  visit(start, 5);
  expect(walked).toBeGreaterThan(10_000);
});

test("once everybody is quiet, editor and server hold one text, or a conflict waits for the person", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 14 }), (path) => {
      const world = settle(walk(path));
      const { conflict, own } = world.editor;
      const agrees = conflict === null && !isDirty(world.editor) && sameText(own, world.server);
      const waits = conflict !== null && world.held.some((text) => sameText(text, conflict));
      expect(agrees || waits).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("a refused revision is not sent again", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 14 }), (path) => {
      let world = start;
      const refused = new Set<string>();
      const repeated: string[] = [];
      for (const step of path) {
        const sent = world.sent.length;
        if (step === "answer" && world.wire !== null && world.wire.revision !== world.server.revision)
          refused.add(String(world.wire.revision));
        world = steps[step](world);
        repeated.push(...world.sent.slice(sent).filter((revision) => refused.has(revision)));
      }
      expect(repeated).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("typing through five slow saves makes no conflict with oneself", () => {
  let world = start;
  for (let save = 0; save < 5; save++) world = steps.hear(steps.answer(steps.type(steps.due(steps.type(world)))));
  world = settle(world);
  expect(world.editor.conflict).toBeNull();
  expect(world.server.body).toBe(`${empty.body}0123456789`);
});

test("the stream may tell of an own save before its answer comes", () => {
  const sent = steps.due(steps.type(start));
  const stored = put(sent, sent.wire?.text ?? empty);
  const heard = steps.type(give(stored, { type: "arrived", theirs: stored.server }));
  const answered = give(heard, { type: "saved", revision: stored.server.revision });
  expect(answered.editor.conflict).toBeNull();
  expect(answered.editor.own.body).toBe(`${empty.body}01`);
});

test("a change elsewhere in the text is put together with own words and saved", () => {
  const world = steps.hear(steps.writeFirst(steps.type(start)));
  expect(world.editor.own.body).toBe("One!\n\nTwo\n\nThree0");
  expect(world.editor.merges).toBe(1);
  expect(settle(world).server.body).toBe("One!\n\nTwo\n\nThree0");
});

test("a change of the same paragraph waits for the person, who may keep either side", () => {
  const world = steps.hear(steps.writeLast(steps.type(start)));
  expect(world.editor.conflict?.body).toBe("One\n\nTwo\n\nThree~");
  expect(world.editor.own.body).toBe("One\n\nTwo\n\nThree0");
  expect(settle(steps.keepMine(world)).server.body).toBe("One\n\nTwo\n\nThree0");
  expect(settle(steps.takeTheirs(world)).editor.own.body).toBe("One\n\nTwo\n\nThree~");
});

test("a clean editor takes the newer text as it is", () => {
  const world = steps.hear(steps.writeLast(start));
  expect(world.editor.own.body).toBe("One\n\nTwo\n\nThree~");
  expect(isDirty(world.editor)).toBe(false);
});
