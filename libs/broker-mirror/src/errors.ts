import { PactToolingError } from '@pact-workshop/broker-client';

/** The mirror was stopped. What was copied stays at the target; nothing is incomplete. Another run continues. */
export class MirrorInterruptedError extends PactToolingError {
  constructor(options?: ErrorOptions) {
    super('Stopped. What was copied stays at the target. Run the same command again to continue.', options);
  }
}

/** Source and target are the same broker. Nothing was copied: correct one of the addresses. */
export class SameBrokerError extends PactToolingError {
  constructor(url: string) {
    super(
      `Source and target are the same broker, ${url}: name the one to read (--from) and the one to fill (--to).`,
    );
  }
}
