/** The two texts a person edits. */
export interface DraftText {
  readonly subject: string;
  readonly body: string;
}
