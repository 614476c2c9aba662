/** Half-open range of UTF-16 offsets into one source string. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The two texts of an email that offsets can point into. */
export type EmailPart = "subject" | "body";

/** A range together with the text it points into. */
export interface PartSpan extends Span {
  readonly part: EmailPart;
}

/** Subject and body of one email, either templates or finished text. */
export interface EmailText {
  readonly subject: string;
  readonly body: string;
}
