import { useId, type ComponentProps, type ReactNode } from "react";
import { cx } from "./cx.ts";

export const inputClass =
  "w-full rounded-control border border-edge/70 bg-surface px-2.5 text-ui text-ink transition-colors hover:border-edge focus-visible:border-accent aria-invalid:border-danger disabled:opacity-60 pointer-coarse:text-draft";

interface Around {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
}

interface TextFieldProps extends Around, Omit<ComponentProps<"input">, "id"> {}

/** A labelled line of text with its hint and its error. */
export function TextField({ label, hint, error, hideLabel = false, className, ...rest }: TextFieldProps) {
  const { control, frame } = useField({ label, hint, error, hideLabel }, className);
  return frame(<input className={cx(inputClass, "h-8 pointer-coarse:h-11")} {...control} {...rest} />);
}

interface TextAreaProps extends Around, Omit<ComponentProps<"textarea">, "id"> {}

/** The same for several lines. */
export function TextArea({ label, hint, error, hideLabel = false, className, ...rest }: TextAreaProps) {
  const { control, frame } = useField({ label, hint, error, hideLabel }, className);
  return frame(<textarea className={cx(inputClass, "py-1.5")} {...control} {...rest} />);
}

/** What ties a control to its label, hint and error, and the frame that shows them around it. */
function useField({ label, hint, error, hideLabel }: Around, className: string | undefined) {
  const id = useId();
  const described = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`]
    .filter((part) => part !== "")
    .join(" ");
  return {
    control: { id, "aria-invalid": error !== undefined || undefined, "aria-describedby": described || undefined },
    frame: (field: ReactNode) => (
      <div className={cx("grid gap-1", className)}>
        <label htmlFor={id} className={hideLabel === true ? "sr-only" : "text-ui font-medium"}>
          {label}
        </label>
        {field}
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    ),
  };
}

function FieldNotes({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint: ReactNode;
  readonly error: string | undefined;
}) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-meta text-danger">
          {error}
        </p>
      )}
    </>
  );
}
