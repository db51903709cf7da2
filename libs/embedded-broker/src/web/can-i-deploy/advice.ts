import { adviceOnMissingResults, type Reason, type Verdict } from '../../matrix/index.ts';
import type { Urls } from '../../http/index.ts';
import type { DeployAnswer } from './answer.ts';
import { shellWord } from './command-lines.ts';

/** How many contracts are read for what they mark as pending. */
const mostContracts = 20;

/** What can be done about a reason, a sentence each. */
export function adviceOn(
  { type, rows }: Reason,
  { verdict: { selectors }, pendingFailures }: Pick<DeployAnswer, 'verdict' | 'pendingFailures'>,
  urls: Urls,
): string[] {
  if (type !== 'error') return [];
  const unverified = rows.filter(({ result }) => result === null);
  const failed = rows.filter(({ result }) => result?.success === false);
  return [
    ...adviceOnMissingResults(unverified, selectors, ({ consumerName, providerName, sha }) =>
      urls.pactVersion(consumerName, providerName, sha),
    ),
    ...recordings(unverified, selectors, urls.base),
    ...new Set(
      failed.map(
        ({ pact, result }) =>
          `See in the result of version ${result?.providerVersion.number} of ${pact.providerName} which interactions of ${pact.consumerName} failed. Then change the provider, or what the consumer expects of it, and verify again.`,
      ),
    ),
    ...new Set(
      failed.slice(0, mostContracts).flatMap((row) => {
        const pending = pendingFailures(row);
        return pending.length === 0
          ? []
          : `The contract of ${row.pact.consumerName} marks ${quoted(pending)} as pending: the build of ${row.pact.providerName} stays green, but the failure counts here.`;
      }),
    ),
    ...(rows.length === 0
      ? [
          'Check the names. What was never published can’t be judged: publish a pact or a verification result of that version first.',
        ]
      : []),
  ];
}

/** Names in quotes, in a row. */
function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ');
}

/** The command that says that a provider is where nothing of it is yet; its version is the deployer's to fill in. */
function recordings(
  unverified: Reason['rows'],
  selectors: Verdict['selectors'],
  broker: string,
): readonly string[] {
  const lines = unverified.flatMap(({ pact: { providerName } }) => {
    const own = selectors.get(providerName) ?? [];
    const [only] = own;
    const environment = only?.criteria.environment;
    if (only?.version || own.length > 1 || environment === undefined) return [];
    const [name, place, base] = [providerName, environment, broker].map(shellWord);
    return `Record the deployment with: npx pact-tooling record-deployment --pacticipant ${name} --version VERSION --environment ${place} --broker-base-url ${base}`;
  });
  return [...new Set(lines)];
}
