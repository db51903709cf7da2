import { PactToolingError } from '@pact-workshop/broker-client';

/** The mirror was told to stop. What was carried stays; nothing is half there. */
export class MirrorInterruptedError extends PactToolingError {
  constructor(options?: ErrorOptions) {
    super(
      'Stopped. What is carried stays at the target; run the same command again, and it goes on from there.',
      options,
    );
  }
}

/** Both sides are the same broker. */
export class SameBrokerError extends PactToolingError {
  constructor(url: string) {
    super(`Both sides are ${url}: give two brokers, --from the one to read and --to the one to fill.`);
  }
}
