import { embeddedEnvironment } from '../environments/index.ts';
import { timestamp, type Urls } from '../http/index.ts';
import { encodeMetadata } from '../pacts/index.ts';
import type { MatrixAnswer } from './answer.ts';
import { adviceOnMissingResults } from './missing-results.ts';
import type { VersionRef } from './resolve.ts';
import type { MatrixRow } from './rows.ts';
import type { VersionFacts } from './version-facts.ts';

/**
 * The answer to a matrix query. Where results are missing, the notices end with what to do about it.
 * Source: docs/official-broker/matrix.md#answer.
 */
export function matrixRepresentation(
  answer: MatrixAnswer,
  factsOf: (versionId: number) => VersionFacts,
  urls: Urls,
): object {
  const { deployable, success, failed, unknown, ignored } = answer;
  const notices = [...answer.notices, ...promptsOf(answer, urls)];
  const versionOf = remembered(factsOf, urls);
  return {
    summary: {
      deployable,
      reason: notices.map(({ text }) => text).join('\n'),
      success,
      failed,
      unknown,
      ignored,
    },
    notices,
    matrix: answer.shown.map(({ row, ignored }) => ({
      ...rowRepresentation(row, versionOf, urls),
      ignored: ignored || undefined,
    })),
  };
}

/** A prompt for each missing result, as many as rows may be shown; none where the answer would not change with it. */
function promptsOf({ deployable, unverified, selectors }: MatrixAnswer, urls: Urls) {
  if (deployable !== null) return [];
  const { first, total } = unverified;
  const advice = adviceOnMissingResults(first, selectors, ({ consumerName, providerName, sha }) =>
    urls.pactVersion(consumerName, providerName, sha),
  );
  const others = total - first.length;
  return [
    ...advice,
    ...(others > 0 ? [`To see what to do about ${others} more, ask with a greater limit`] : []),
  ].map((text) => ({ type: 'prompt', text }));
}

function rowRepresentation(row: MatrixRow, versionOf: VersionOf, urls: Urls): object {
  const { pact, providerVersion, result } = row;
  const { consumerName, providerName, consumerVersion } = pact;
  const metadata = encodeMetadata({ selectors: [], consumerVersionNumber: consumerVersion.number });
  const pacticipant = (name: string, version: VersionRef | null) => ({
    name,
    version: version && versionOf(name, version),
    _links: { self: { href: urls.pacticipant(name) } },
  });
  return {
    consumer: pacticipant(consumerName, consumerVersion),
    provider: pacticipant(providerName, providerVersion),
    pact: {
      createdAt: timestamp(pact.publishedAt),
      _links: { self: { href: urls.pact(consumerName, providerName, consumerVersion.number) } },
    },
    verificationResult: result && {
      success: result.success,
      verifiedAt: timestamp(result.verifiedAt),
      _links: {
        self: {
          href: urls.verificationResult(consumerName, providerName, pact.sha, result.number, metadata),
        },
      },
    },
  };
}

type VersionOf = (pacticipant: string, version: VersionRef) => object;

/** Builds each version once: a matrix names the same few versions in many rows. */
function remembered(factsOf: (versionId: number) => VersionFacts, urls: Urls): VersionOf {
  const built = new Map<number, object>();
  return (pacticipant, version) => {
    let known = built.get(version.id);
    if (!known) {
      known = versionRepresentation(pacticipant, version, factsOf(version.id), urls);
      built.set(version.id, known);
    }
    return known;
  };
}

function versionRepresentation(
  pacticipant: string,
  { number }: VersionRef,
  facts: VersionFacts,
  urls: Urls,
): object {
  const branches = facts.branches.map(({ name, latest }) => ({
    name,
    latest,
    _links: { self: { title: 'Branch version', name, href: urls.branchVersion(pacticipant, name, number) } },
  }));
  return {
    number,
    branch: facts.branches.at(-1)?.name ?? null,
    branches,
    branchVersions: branches,
    environments: facts.environments.map((environment) => embeddedEnvironment(environment, urls)),
    _links: { self: { href: urls.version(pacticipant, number) } },
    tags: facts.tags.map(({ name, latest }) => ({
      name,
      latest,
      _links: { self: { href: urls.tag(pacticipant, number, name) } },
    })),
  };
}
