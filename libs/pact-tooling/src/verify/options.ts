import type { Broker } from '@pact-workshop/broker-client';
import type { RequestHandler } from 'express';
import type { MessageProviders } from './messages/index.ts';
import type { InteractionFilter } from './plan/index.ts';
import type { ConsumerVersionSelector } from './selectors.ts';
import type { Hook, StateHandlers } from './states/index.ts';

/** Where a plugin's protocol is spoken, on this machine (127.0.0.1). */
export interface Transport {
  /** As the contract's interactions name it, e.g. `grpc`. */
  readonly protocol: string;
  readonly port: number;
  readonly path?: string | undefined;
  readonly scheme?: string | undefined;
}

export interface VerifyOptions {
  /** Name of the provider in the contracts. */
  readonly provider: string;
  /** Where the provider listens, with a path or without. Needed unless the contracts have messages only. */
  readonly providerBaseUrl?: string | undefined;
  /** PEM text of certificates to trust besides the system's, for a provider behind https. */
  readonly ca?: string | undefined;
  /** Headers for every request to the provider; they take the place of the contract's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A handler for every provider state of the contracts. */
  readonly stateHandlers?: StateHandlers | undefined;
  /**
   * Instead of handlers: where state changes are sent to as Pact's verifiers send them, a POST of
   * `{"state", "params", "action"}`; a JSON object in its answer has the values for the contract.
   */
  readonly providerStatesUrl?: string | undefined;
  /** Runs before each interaction, ahead of its state handlers. */
  readonly beforeEach?: Hook | undefined;
  /** Runs after each interaction, behind the teardown of its states. */
  readonly afterEach?: Hook | undefined;
  /** What makes each message of the contracts, by its description. */
  readonly messageProviders?: MessageProviders | undefined;
  /** Instead of functions: where messages are asked for by a POST of `{"description", "providerStates"}`. */
  readonly messagesUrl?: string | undefined;
  /** Where plugins speak with the provider; its ports on this machine. */
  readonly transports?: readonly Transport[] | undefined;
  /**
   * Express middleware that may change a request on its way to the provider, e.g. put a valid token in. Other than
   * with Pact JS's `Verifier`, a body that it leaves alone reaches the provider as the contract has it, and `body` is
   * parsed only when it is looked at: JSON to a value, a form to an object of its fields, anything else is a Buffer.
   */
  readonly requestFilter?: RequestHandler | undefined;
  /** Verifies only these interactions; the result names what was left out. Results of a part can't be published. */
  readonly filter?: InteractionFilter | undefined;
  /** Whether redirects are followed. By default they are compared with the contract, other than by Pact JS. */
  readonly followRedirects?: boolean | undefined;
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
  /** Milliseconds that the provider has for a whole answer; 30 000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds that a state handler, a hook or a message's function has; as `timeoutMs` by default. */
  readonly stateTimeoutMs?: number | undefined;
  /** How much the native verifier tells; `error` by default. */
  readonly logLevel?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | undefined;
}
