import { PactToolingError } from '@pact-workshop/broker-client';

/** A pact directory or file is missing, or can't be read as a pact. */
export class PactFileError extends PactToolingError {}
