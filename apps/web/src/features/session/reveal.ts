/** A place in the draft to show once. */
export interface Reveal {
  readonly field: "subject" | "body";
  readonly from: number;
  readonly to: number;
}
