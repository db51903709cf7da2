/** A failure that a user can cause or has to know of. The message says what, where and what to do. */
export class ExpectedError extends Error {}
