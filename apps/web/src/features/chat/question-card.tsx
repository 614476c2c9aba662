import { useId, useState } from "react";
import type { Question } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { inputClass } from "../../ui/field.tsx";

interface Props {
  readonly question: Question;
  /** What was answered; the card then only shows it. */
  readonly answer: string | undefined;
  /** False while an answer is on its way or a run works. */
  readonly canAnswer: boolean;
  readonly onAnswer: (text: string) => void;
}

/** A question at the end of a turn: chips, own words, or leaving the choice to Longhand. Answered once. */
export function QuestionCard({ question, answer, canAnswer, onAnswer }: Props) {
  const [own, setOwn] = useState("");
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-control border border-hairline bg-surface p-4">
      <h3 id={id} className="text-chat font-medium">
        {question.question}
      </h3>
      {answer !== undefined ? (
        <p className="mt-1.5 text-ui text-muted">
          Answered: <span className="text-ink">{answer}</span>
        </p>
      ) : (
        <form
          className="mt-3 flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (own.trim() !== "" && canAnswer) onAnswer(own.trim());
          }}
        >
          {question.options.map((option) => (
            <Button key={option} size="wrapping" disabled={!canAnswer} onClick={() => onAnswer(option)}>
              {option}
            </Button>
          ))}
          <Button look="quiet" disabled={!canAnswer} onClick={() => onAnswer("Decide for me.")}>
            Decide for me
          </Button>
          <div className="flex w-full gap-2">
            <input
              aria-label="Your own answer"
              className={`${inputClass} h-8 pointer-coarse:h-11`}
              placeholder="Or in your own words"
              maxLength={2000}
              value={own}
              onChange={(event) => setOwn(event.target.value)}
            />
            <Button type="submit" disabled={!canAnswer || own.trim() === ""}>
              Answer
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
