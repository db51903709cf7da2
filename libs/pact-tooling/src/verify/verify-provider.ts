import { announceRetry, BrokerClient, brokerConnection } from '@pact-workshop/broker-client';
import { buildInfo } from '../build/index.ts';
import { readPactFiles, type PactFile } from '../pact/index.ts';
import { NoPactsError, VerificationFailedError } from './errors.ts';
import type { VerifyOptions } from './options.ts';
import { linesAboutRefused } from './outcome/outcome.ts';
import { publishResults } from './outcome/publish-results.ts';
import { failureSummary, type VerificationResult } from './outcome/result.ts';
import { pactsToVerify, planVerification, type Plan, type VerifiablePact } from './plan/index.ts';
import {
  pendingRefusal,
  refuseContradictions,
  refuseUnhandled,
  refuseUnverifiable,
  withoutInteractions,
} from './refusals.ts';
import { mayBePending, run, type VerificationRun } from './run.ts';
import { defaultSelectors } from './selectors.ts';

/**
 * Verifies a running provider against its contracts, from files or from a broker. It resolves only if every interaction
 * passes (except pending ones) and, if asked for, the broker has acknowledged the results.
 * Source: docs/official-broker/pacts-for-verification.md#selectors.
 * @returns a successful result, an entry for each interaction
 * @example
 * ```ts
 * import { verifyProvider } from '@pact-workshop/pact-tooling';
 *
 * const users = new Map<number, string>();
 * await verifyProvider({
 *   provider: 'UserService',
 *   providerBaseUrl: 'http://127.0.0.1:8080',
 *   stateHandlers: { 'User sally exists': () => void users.set(1, 'Sally') },
 *   publishResults: process.env['CI'] === 'true',
 * });
 * ```
 * @example A request filter replaces tokens that have expired
 * ```ts
 * import { verifyProvider, type RequestFilter } from '@pact-workshop/pact-tooling';
 *
 * const requestFilter: RequestFilter = (request, _response, next) => {
 *   if (request.headers.authorization) request.headers.authorization = 'Bearer a fresh token';
 *   next();
 * };
 * await verifyProvider({ provider: 'UserService', providerBaseUrl: 'http://127.0.0.1:8080', requestFilter });
 * ```
 * @throws {@link EmptyValueError} if a given value is empty
 * @throws {@link PactFileError} if a contract is missing or is not a pact
 * @throws {@link MissingStateHandlerError}, {@link MissingMessageProviderError}, {@link MissingPluginError} before
 * anything is verified
 * @throws {@link VerificationOptionsError} if the options contradict each other, or one is missing
 * @throws {@link DuplicateInteractionError} if a contract has two interactions that can't be distinguished
 * @throws {@link ProviderUnreachableError} before anything is verified
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 * @throws {@link NoPactsError} if there is nothing to verify and that is not allowed
 * @throws {@link VerificationFailedError} with the result, an entry for each interaction
 * @throws {@link StateHandlerError}, {@link RequestFilterError}, {@link MessageProviderError} if the failure is not the
 * provider's
 * @throws {@link VerifierCrashedError} if Pact's verifier itself gives up
 * @throws {@link ResultNotPublishedError} if the broker has not acknowledged a result
 */
export async function verifyProvider(options: VerifyOptions): Promise<VerificationResult> {
  refuseContradictions(options);
  const { files } = options;
  return files ? verifyFiles(options, files) : verifyFromBroker(options);
}

async function verifyFiles(options: VerifyOptions, paths: readonly string[]): Promise<VerificationResult> {
  const pacts = readPactFiles(paths)
    .filter(({ provider }) => provider === options.provider)
    .map(verifiable);
  const plan = checkedPlan(pacts, options, `in ${paths.join(', ')}`);
  return plan ? conclude(await run(plan, options), false) : nothing;
}

async function verifyFromBroker(options: VerifyOptions): Promise<VerificationResult> {
  const { provider, providerTags = [], enablePending = false, includeWipPactsSince } = options;
  // The results come last: a pause there would look like a verification that hangs.
  const client = new BrokerClient({ onRetry: announceRetry, ...brokerConnection(options.broker) });
  const build = buildInfo({
    version: options.providerVersion,
    branch: options.providerBranch,
    buildUrl: options.buildUrl,
    versionOption: '"providerVersion"',
  });
  const pacts = await pactsToVerify(client, {
    provider,
    selectors: options.selectors ?? defaultSelectors(build.branch),
    providerBranch: build.branch,
    providerTags,
    enablePending,
    includeWipPactsSince,
  });
  const where = `in the Pact Broker at ${client.baseUrl} that the selectors choose`;
  const plan = checkedPlan(pacts, options, where, build.branch === undefined ? withoutBranch : '');
  if (!plan) return nothing;

  const done = await run(plan, options);
  if (options.publishResults) {
    const verified = pacts
      .map((pact) => ({
        pact,
        interactions: done.outcome.interactions.filter((_, i) => plan.wanted[i]?.pact === pact),
      }))
      .filter(({ interactions }) => interactions.length > 0);
    await publishResults(client, verified, { provider, build, tags: providerTags }, done.outcome);
  }
  return conclude(done, options.publishResults ?? false);
}

const nothing: VerificationResult = {
  success: true,
  interactions: [],
  leftOut: [],
  published: false,
  text: '',
};

/** If the branch is unknown, it usually is for the consumer, too, and selectors rarely choose a pact without one. */
const withoutBranch =
  ' The branch is unknown: if git does not provide it, set VERSION_BRANCH, also for publishing.';

/** What to verify; undefined if there is nothing, and that is allowed. */
function checkedPlan(
  pacts: readonly VerifiablePact[],
  options: VerifyOptions,
  where: string,
  hint = '',
): Plan | undefined {
  const plan = planVerification(pacts, options.filter, (one) =>
    pendingRefusal(one, options, mayBePending(options)),
  );
  if (plan.wanted.length === 0) {
    if (options.allowNoPacts) return undefined;
    const filtered =
      plan.leftOut.length > 0 ? ` The filter excludes all ${plan.leftOut.length} interactions.` : '';
    const empty = plan.empty.map((pact) => ` ${withoutInteractions(pact)}`).join('');
    throw new NoPactsError(options.provider, where, `${filtered}${empty}${hint}`);
  }
  refuseUnverifiable(pacts, options.allowNoPacts ? { empty: [] } : plan);
  refuseUnhandled(plan, options);
  // The verifier prints its report, too.
  linesAboutRefused(plan).forEach((line) => console.warn(`⚠️  ${line}`));
  return plan;
}

function verifiable(pact: PactFile): VerifiablePact {
  return { ...pact, text: pact.bytes.toString('utf8'), pending: false, notices: [] };
}

function conclude({ outcome, failure }: VerificationRun, published: boolean): VerificationResult {
  const result = { ...outcome, published };
  if (failure) throw failure({ ...result, success: false });
  if (!result.success) throw new VerificationFailedError(result, failureSummary(result));
  return result;
}
