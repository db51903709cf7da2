import { PactToolingError } from '@pact-workshop/broker-client';

/** A pact directory or file is missing, or can't be read as a pact. The consumer's contract tests write it. */
export class PactFileError extends PactToolingError {}
