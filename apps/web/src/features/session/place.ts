export const tabs = ["draft", "skeleton", "leads", "history", "checks"] as const;
export type Tab = (typeof tabs)[number];

/** What a link to the editor restores. */
export interface Place {
  readonly tab?: Tab | undefined;
  readonly pane?: "chat" | "email" | "leads" | undefined;
  /** The version looked at; absent: the current one. */
  readonly v?: number | undefined;
  readonly lead?: string | undefined;
}
