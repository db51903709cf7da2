import type { Broker } from '@pact-workshop/broker-client';
import type { MessageProviders } from './messages/index.ts';
import type { InteractionFilter } from './plan/index.ts';
import type { RequestFilter } from './provider/request-filter.ts';
import type { ConsumerVersionSelector } from './selectors.ts';
import type { Hook, StateHandlers } from './states/index.ts';

/** The port of a plugin's protocol, on this machine (127.0.0.1). */
export interface Transport {
  /** The name in the contract's interactions, e.g. `grpc`. */
  readonly protocol: string;
  /** TCP port. */
  readonly port: number;
  /** Path of the URL; none by default. */
  readonly path?: string | undefined;
  /** Scheme of the URL, e.g. `https`; the verifier chooses by default. */
  readonly scheme?: string | undefined;
}

/** Options of {@link verifyProvider}. */
export interface VerifyOptions {
  /** Name of the provider in the contracts. */
  readonly provider: string;
  /** URL of the provider, with or without a path. Required unless the contracts have only messages. */
  readonly providerBaseUrl?: string | undefined;
  /** PEM text of certificates to trust in addition to the system's, for a provider with https. */
  readonly ca?: string | undefined;
  /** Headers for every request to the provider; they replace the contract's. None by default. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A handler for every provider state of the contracts. */
  readonly stateHandlers?: StateHandlers | undefined;
  /**
   * Instead of handlers: a URL for state changes, as Pact's verifiers send them: a POST of
   * `{"state", "params", "action"}`. A JSON object in its answer has the values for the contract.
   */
  readonly providerStatesUrl?: string | undefined;
  /** Runs before each interaction and its state handlers. */
  readonly beforeEach?: Hook | undefined;
  /** Runs after each interaction and the teardown of its states. */
  readonly afterEach?: Hook | undefined;
  /** A function for each message of the contracts, by its description. */
  readonly messageProviders?: MessageProviders | undefined;
  /** Instead of functions: a URL for messages, which gets a POST of `{"description", "providerStates"}`. */
  readonly messagesUrl?: string | undefined;
  /** The provider's ports for plugins, on this machine. */
  readonly transports?: readonly Transport[] | undefined;
  /**
   * Express middleware that may change a request to the provider, e.g. add a valid token. Unlike with Pact JS's
   * `Verifier`, a body that it does not change reaches the provider as in the contract, and `body` is parsed on access:
   * JSON to a value, a form to an object of its fields; any other body is a Buffer.
   */
  readonly requestFilter?: RequestFilter | undefined;
  /** Verifies only these interactions; the result lists the others. Results of a part can't be published. */
  readonly filter?: InteractionFilter | undefined;
  /** Whether to follow redirects; false by default: they are compared with the contract, unlike in Pact JS. */
  readonly followRedirects?: boolean | undefined;
  /** Paths of pact files or directories to verify, instead of a broker's pacts. Their results can't be published. */
  readonly files?: readonly string[] | undefined;
  /** The broker with the pacts if no files are given; by default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
  /**
   * The pacts to verify; by default those of main branches, deployed or released versions, and the provider's branch.
   */
  readonly selectors?: readonly ConsumerVersionSelector[] | undefined;
  /** Version of the provider, for results; detected by default: {@link buildInfo}. */
  readonly providerVersion?: string | undefined;
  /** Its branch; likewise. */
  readonly providerBranch?: string | undefined;
  /** Tags for the provider's version; none by default. */
  readonly providerTags?: readonly string[] | undefined;
  /** URL of the CI build's page, for results; detected by default. */
  readonly buildUrl?: string | undefined;
  /** Whether to publish the results to the broker; false by default. */
  readonly publishResults?: boolean | undefined;
  /** Whether pacts that this provider has never verified may fail; false by default. */
  readonly enablePending?: boolean | undefined;
  /** Also verifies new pacts of branches that no selector chooses, since this date (`YYYY-MM-DD`); they may fail. */
  readonly includeWipPactsSince?: string | undefined;
  /** Whether it is a success if there is nothing to verify; false by default. */
  readonly allowNoPacts?: boolean | undefined;
  /** Timeout of the provider's whole answer in milliseconds; 30 000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Timeout of a state handler, a hook or a message's function in milliseconds; `timeoutMs` by default. */
  readonly stateTimeoutMs?: number | undefined;
  /** The native verifier's log level; `error` by default. */
  readonly logLevel?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | undefined;
}
