import type { ConcurrencyOptions } from '../concurrency.ts';
import type { ConnectedBroker } from '../connected-broker.ts';

/** What every step of the copy needs. */
export interface CopyContext {
  readonly from: ConnectedBroker;
  readonly to: ConnectedBroker;
  /** The target again, for requests that must not be repeated unless it is known that they had no effect. */
  readonly toWithoutRetries: ConnectedBroker;
  readonly options: ConcurrencyOptions;
  /** Called when a request to the target fails: from then on only one request at a time writes to it. */
  readonly slowDown: () => void;
  /** What could not be copied, a sentence each. Steps add to it. */
  readonly notCopied: string[];
}
