/** Seconds a run may stay queued before its dispatch counts as failed: the relay needs at most 2 s once any process is up. */
export const queuedTooLongSeconds = 300;

/**
 * A running run that has been silent this long has lost its worker, when the
 * executor can be asked whether it waits. Longer than the executor's 30 s item
 * lease, so that its own repair comes first.
 */
export const silentTooLongSeconds = 45;

/** The same where the executor cannot be asked: longer than the 60 s cap on the delay of a planned retry. */
export const silentTooLongUnaskedSeconds = 120;

/** A cancel that no worker has answered after this long is settled for it. A worker hears of it within a second. */
export const cancelTooLongSeconds = 10;

/** The executor hears of a cancel this much later: after the run has been settled, by its worker, a new take or the watchdog. */
export const tellCancelAfterSeconds = 15;

/** A run without a sign of life for this long has no worker in a step (those beat every second), so a cancel settles it at once. */
export const noWorkerAfterSeconds = 5;

/** A chat run may take this long: eight model calls with their retries fit. */
export const chatTooLongSeconds = 600;

/** A run over many leads may take this long. */
export const batchTooLongSeconds = 1800;

/** Pause between looks of the watchdog. */
export const sweepEveryMs = 15_000;

/** A sign of life is given this often during a step, and a cancel is noticed at the latest then. */
export const beatEveryMs = 1_000;

/** A displaced worker asks to run again only after this: longer than a model step (120 s), so two takes cannot displace each other in turn. */
export const retryFencedAfterMs = 130_000;

/** Events of a run are kept this long after its end. */
export const keepEventsHours = 24;

/** A dispatch number beyond which the watchdog gives up on a run instead of sending it again. */
export const lastDispatch = 2;
