import { PactToolingError } from '@pact-workshop/broker-client';

/** The broker has no environment with that name. Correct the name, or create it: {@link createEnvironment}. */
export class UnknownEnvironmentError extends PactToolingError {
  constructor(name: string, known: readonly string[]) {
    super(
      `There is no environment "${name}" in the Pact Broker. ` +
        (known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has none.') +
        ` Create it with "pact-tooling create-environment --name ${name}" (and --production, if it serves real users).`,
    );
  }
}

/** The end of a deployment or release can't be recorded: there is none, or it is ambiguous. The message says which. */
export class NotRecordedError extends PactToolingError {}
