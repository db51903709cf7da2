import { setTimeout as pause } from 'node:timers/promises';
import {
  askMatrix,
  BrokerClient,
  BrokerResponseError,
  PactToolingError,
  refuseEmpty,
  type Broker,
  type MatrixAnswer,
  type Selector,
} from '@pact-workshop/broker-client';
import { environmentResource } from '../environments/index.ts';
import { withLiveVersions } from './live-versions.ts';

/** Options of {@link canIDeploy}. */
export interface CanIDeployOptions {
  /** By default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
  /** Name of the pacticipant. */
  readonly pacticipant: string;
  /** The version to deploy. Branch, tag and latest are for exploration only. */
  readonly version?: string | undefined;
  /** Instead of the version: the latest one; a text means the latest with that tag. */
  readonly latest?: boolean | string | undefined;
  /** Instead of the version: the latest one of this branch. */
  readonly branch?: string | undefined;
  /** Instead of the version: the latest one of the main branch. */
  readonly mainBranch?: boolean | undefined;
  /** More versions that must work with it. */
  readonly with?: readonly Selector[] | undefined;
  /** Environment to deploy to: all live versions there must work with the version. */
  readonly environment?: string | undefined;
  /** Tag to deploy to, if environments are not used. Without either, the latest versions count. */
  readonly to?: string | undefined;
  /** Pacticipants (or versions of them) whose results do not count. */
  readonly ignore?: readonly Selector[] | undefined;
  /**
   * Whether to check a broker's yes: is there a result for every live version of the environment? True by default.
   * The embedded broker checks this itself, so it gets no further requests.
   */
  readonly checkLiveVersions?: boolean | undefined;
  /** How often to ask again if results are missing; 0 by default. */
  readonly retryWhileUnknown?: number | undefined;
  /** Seconds between these questions; 5 by default. */
  readonly retryInterval?: number | undefined;
  /** Called before each pause, e.g. to show progress. */
  readonly onWait?: ((attempt: number, answer: CanIDeployResult) => void) | undefined;
  /** Ends a pause with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The broker's answer. `deployable` is `true` only for a yes; null means that results are missing.
 * @interface
 */
export type CanIDeployResult = MatrixAnswer;

/**
 * Asks whether a version can be deployed: whether it works with all versions that are live in the environment.
 * Source: docs/official-broker/can-i-deploy.md#verdict.
 * @returns the verdict with its reasons; only `deployable: true` is a yes
 * @example
 * ```ts
 * import { canIDeploy } from '@pact-workshop/pact-tooling';
 *
 * const { deployable, reasons } = await canIDeploy({
 *   pacticipant: 'UserService',
 *   version: '2.0.0',
 *   environment: 'production',
 * });
 * if (deployable !== true) throw new Error(reasons.join('; '));
 * ```
 * @throws {@link EmptyValueError} if a name or version is empty: a variable that is not set must not widen the question
 * @throws {@link UnknownEnvironmentError} with the environments that the broker has
 * @throws {@link PactToolingError} if both an environment and a tag are given
 * @throws {@link BrokerResponseError} if the broker does not have the pacticipant
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}
 */
export async function canIDeploy(options: CanIDeployOptions): Promise<CanIDeployResult> {
  const { environment, to } = options;
  refuseEmpty({ environment, to });
  if (environment !== undefined && to !== undefined) {
    throw new PactToolingError('Give either an environment or a tag to deploy to, not both.');
  }
  const selectors = selectorsOf(options);
  const target: Record<string, string> =
    environment !== undefined
      ? { environment }
      : to !== undefined
        ? { tag: to, latest: 'true' }
        : selectors.length === 1
          ? { latest: 'true' }
          : {};
  const latestby = environment !== undefined || selectors.length > 1 ? 'cvpv' : 'cvp';
  const client = new BrokerClient(options.broker);
  try {
    return await ask(client, options, selectors, { ...target, latestby });
  } catch (error) {
    // The broker only says that it does not have the environment. This error lists those that it has.
    const isRefused = error instanceof BrokerResponseError && error.status === 400;
    if (isRefused && environment !== undefined) await environmentResource(client, environment);
    throw error;
  }
}

/**
 * Options of {@link canIMerge}: those of {@link canIDeploy}, without a place to deploy to.
 * @interface
 */
export type CanIMergeOptions = Omit<CanIDeployOptions, 'environment' | 'to' | 'with'>;

/**
 * Asks whether a version works with the main branches of everything it is integrated with.
 * Source: docs/official-broker/can-i-deploy.md#forms.
 * @returns the verdict with its reasons; only `deployable: true` is a yes
 * @example
 * ```ts
 * import { canIMerge, formatVerdict } from '@pact-workshop/pact-tooling';
 *
 * const answer = await canIMerge({ pacticipant: 'UserService', version: '2.0.0' });
 * console.log(formatVerdict(answer));
 * ```
 * @throws the errors of {@link canIDeploy}
 */
export async function canIMerge(options: CanIMergeOptions): Promise<CanIDeployResult> {
  const client = new BrokerClient(options.broker);
  return ask(client, options, selectorsOf(options), { mainBranch: 'true', latest: 'true', latestby: 'cvp' });
}

async function ask(
  client: BrokerClient,
  options: CanIDeployOptions,
  selectors: readonly Selector[],
  target: Readonly<Record<string, string>>,
): Promise<CanIDeployResult> {
  const { retryWhileUnknown = 0, retryInterval = 5, onWait, signal } = options;
  for (let attempt = 1; ; attempt++) {
    const said = await askMatrix(client, selectors, target, options.ignore);
    const answer = await checkedAnswer(client, said, selectors, options);
    if (answer.deployable !== null || attempt > retryWhileUnknown) return answer;
    onWait?.(attempt, answer);
    await pause(retryInterval * 1000, undefined, { signal });
  }
}

/** The broker's answer, after a check of a yes. */
async function checkedAnswer(
  client: BrokerClient,
  said: MatrixAnswer,
  selectors: readonly Selector[],
  { environment, ignore = [], checkLiveVersions = true }: CanIDeployOptions,
): Promise<MatrixAnswer> {
  if (environment === undefined || !checkLiveVersions) return said;
  return withLiveVersions(client, said, { selectors, ignore, environment });
}

function selectorsOf(options: CanIDeployOptions): Selector[] {
  const { pacticipant, version, latest, branch, mainBranch, with: others = [], ignore = [] } = options;
  const first: Selector = { pacticipant, version, latest, branch, mainBranch };
  for (const { pacticipant, version, latest, branch, tag } of [first, ...others, ...ignore])
    refuseEmpty({ pacticipant, version, latest, branch, tag });
  const isNameOnly = version === undefined && !latest && branch === undefined && !mainBranch;
  return [isNameOnly ? { ...first, latest: true } : first, ...others];
}
