import { Component, type ErrorInfo, type ReactNode } from "react";
import { ErrorState } from "./error-state.tsx";

interface Props {
  readonly children: ReactNode;
  /** What this part of the page is called. */
  readonly name: string;
}

/** Keeps a failed panel from taking down its neighbours. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown; readonly failed: boolean }> {
  override state = { error: undefined as unknown, failed: false };
  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }
  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(`${this.props.name} failed`, error, info.componentStack);
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="px-6">
        <ErrorState
          title={`${this.props.name} could not be shown.`}
          error={new Error("")}
          kept="Your text is still here."
          onRetry={() => this.setState({ failed: false, error: undefined })}
        />
      </div>
    );
  }
}
