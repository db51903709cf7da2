import type { VerifierOptions } from '@pact-foundation/pact';
import type { Broker } from '../broker/index.ts';
import type { ConsumerVersionSelector } from './selectors.ts';
import type { StateHandlers } from './state-server.ts';

export interface VerifyOptions {
  /** Name of the provider in the contracts. */
  readonly provider: string;
  /** Where the provider listens. */
  readonly providerBaseUrl: string;
  /** A handler for every provider state of the contracts. */
  readonly stateHandlers?: StateHandlers | undefined;
  /** Express middleware that may change a request on its way to the provider, e.g. put a valid token in. */
  readonly requestFilter?: VerifierOptions['requestFilter'];
  /** Pact files or directories to verify instead of what a broker has. Their results can't be published. */
  readonly files?: readonly string[] | undefined;
  /** The broker to take pacts from when no files are given; left out, the environment says. */
  readonly broker?: Broker | undefined;
  /** Whose pacts; by default main branches, deployed or released versions, and the provider's own branch. */
  readonly selectors?: readonly ConsumerVersionSelector[] | undefined;
  /** Version of the provider, for results; detected when left out, see `buildInfo`. */
  readonly providerVersion?: string | undefined;
  /** Its branch; likewise. */
  readonly providerBranch?: string | undefined;
  readonly providerTags?: readonly string[] | undefined;
  readonly buildUrl?: string | undefined;
  /** Whether the broker is told the results; false by default. */
  readonly publishResults?: boolean | undefined;
  /** Whether pacts this provider has never verified may fail; false by default. */
  readonly enablePending?: boolean | undefined;
  /** Also verifies new pacts of branches nobody selected, from this date on (`YYYY-MM-DD`); they may fail. */
  readonly includeWipPactsSince?: string | undefined;
  /** Whether having nothing to verify is fine; false by default. */
  readonly allowNoPacts?: boolean | undefined;
  /** Milliseconds a single request may take; 30 000 by default. */
  readonly timeoutMs?: number | undefined;
  /** How much the native verifier tells; `error` by default. */
  readonly logLevel?: VerifierOptions['logLevel'];
}
