/** What the shown page offers to the palette: its verbs, and a way to ask. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

let pageCommands: readonly Command[] = [];
let askPage: ((text: string) => void) | undefined;

/** Offer verbs while a page is shown; answers how to take them back. */
export function offerCommands(commands: readonly Command[], ask?: (text: string) => void): () => void {
  pageCommands = commands;
  askPage = ask;
  return () => {
    if (pageCommands !== commands) return;
    pageCommands = [];
    askPage = undefined;
  };
}

export const currentCommands = (): readonly Command[] => pageCommands;
export const currentAsk = (): ((text: string) => void) | undefined => askPage;
