import type { Claim, Evidence, EvidenceSources } from "./claim.ts";

/** Whether evidence says what a claim says; `reason` is a sentence when it does not. */
export interface Verification {
  readonly ok: boolean;
  readonly reason: string | null;
}

/** Resolve a claim's references and compare each figure and name with the quotes. */
export function verifyClaim(claim: Claim, evidence: readonly Evidence[], sources: EvidenceSources = {}): Verification {
  throw new Error(claim.text + evidence.length + String(sources.facts));
}

/** The evidence that supports a claim, found by comparison; ids in the order of `evidence`. */
export function findSupport(claim: Claim, evidence: readonly Evidence[]): string[] {
  throw new Error(claim.text + evidence.length);
}
