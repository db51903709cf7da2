/** Something that the learner can put right: the message says what was wrong, where, and what to do. */
export class WorkshopError extends Error {}
