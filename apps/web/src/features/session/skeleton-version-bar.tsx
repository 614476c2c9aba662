import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";

interface Props {
  readonly version: number;
  readonly busy: boolean;
  readonly onRestore: () => void;
  readonly onBack: () => void;
}

export function SkeletonVersionBar({ version, busy, onRestore, onBack }: Props) {
  return (
    <Banner
      label="Viewing an earlier skeleton"
      actions={
        <>
          <Button size="small" disabled={busy} onClick={onRestore}>
            {busy ? "Restoring…" : "Restore"}
          </Button>
          <Button size="small" onClick={onBack}>
            Back to current
          </Button>
        </>
      }
    >
      Viewing skeleton v{version}
    </Banner>
  );
}
