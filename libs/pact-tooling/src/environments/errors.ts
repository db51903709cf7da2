import { PactToolingError } from '@pact-workshop/broker-client';

/** The broker has no environment of that name. */
export class UnknownEnvironmentError extends PactToolingError {
  constructor(name: string, known: readonly string[]) {
    super(
      `There is no environment "${name}" in the Pact Broker. ` +
        (known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has none yet.') +
        ` Create it with "pact-tooling create-environment --name ${name}" (and --production, if it serves real users).`,
    );
  }
}

/** The version isn't (or not unambiguously) where its end was to be recorded. */
export class NotRecordedError extends PactToolingError {}
