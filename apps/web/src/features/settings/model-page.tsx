import { useQuery } from "@tanstack/react-query";
import { personQuery } from "../../lib/person.ts";
import { useTitle } from "../../lib/use-title.ts";

export function ModelPage() {
  const { data } = useQuery(personQuery());
  useTitle("Model and cost");
  if (data === undefined) return null;
  const { model } = data;
  return (
    <section aria-label="Model and cost" className="grid max-w-[36rem] gap-5 pt-6">
      <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-3 text-ui">
        <dt className="text-muted">Answers now</dt>
        <dd className="font-medium">{model.offline ? "Offline model" : model.name}</dd>
        <dt className="text-muted">Why</dt>
        <dd>{model.reason}</dd>
        <dt className="text-muted">Cost</dt>
        <dd>
          {model.offline ? "Offline model: no key, no cost." : "Priced per call; each chat shows what it has cost."}
        </dd>
      </dl>
      <p className="text-table text-muted">
        Provider keys live in the server’s environment, not in the browser. To change the model, set them there and
        start the server again.
      </p>
    </section>
  );
}
