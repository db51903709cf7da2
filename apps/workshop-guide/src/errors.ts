/** An error that the learner can fix. The message says what is wrong, where, and what to do. */
export class WorkshopError extends Error {}
