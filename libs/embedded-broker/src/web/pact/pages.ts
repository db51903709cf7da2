import { latestPactStatus } from '../../badges/latest-status.ts';
import { NotFoundError, textOf, type Routing } from '../../http/index.ts';
import { versionFacts } from '../../matrix/index.ts';
import type { Database } from '../../database/index.ts';
import { contentBytes, previousDistinctPublication, type Publication } from '../../pacts/index.ts';
import { seeOther, type PageRoute } from '../page-route.ts';
import { contractOf } from './contract.ts';
import { pactPaths } from './find.ts';
import { pactPage } from './page.ts';
import { resultsOfContent, testResultsOf, versionsToChoose, type ChoosableVersion } from './store.ts';

/** How many results and how many versions to choose from are shown; the matrix and the integration's page have all. */
const mostResults = 10;
const mostVersions = 12;

/** A pact as people read it. */
export function pactPages({ database }: Routing): PageRoute[] {
  return [
    {
      // What the version picker asks for: a form can't put its value into a path.
      path: '/pacts/provider/:provider/consumer/:consumer/choose',
      get({ params, query, links }) {
        const { consumer = '', provider = '' } = params;
        return seeOther(links.pact(consumer, provider, textOf(query['version'])?.trim() ?? ''));
      },
    },
    ...[...pactPaths].map(([path, find]): PageRoute => ({
      path,
      get(call) {
        const publication = find(database, call);
        if (!publication) throw new NotFoundError();
        const { consumerVersionId, pactVersionId } = publication;
        const versions = versionsToChoose(database, publication, mostVersions);
        const results = resultsOfContent(database, pactVersionId, mostResults);
        const testResults = results[0] ? testResultsOf(database, results[0].number) : null;
        call.reads(() => ({ bytes: contentBytes(database, pactVersionId) + (testResults?.length ?? 0) }));
        return pactPage(
          {
            publication,
            badgeState: latestPactStatus(database, {
              consumer: publication.consumerName,
              provider: publication.providerName,
            }),
            contract: contractOf(database, pactVersionId),
            results,
            testResults,
            factsOf: versionFacts(database, [
              consumerVersionId,
              ...results.map(({ providerVersionId }) => providerVersionId),
            ]),
            versions,
            previousDistinct: previousDistinct(database, publication, versions),
          },
          call,
        );
      },
    })),
  ];
}

/** The version before a pact's whose pact says something else. It is nearly always among the newest, which are known. */
function previousDistinct(
  database: Database,
  publication: Publication,
  newest: readonly ChoosableVersion[],
): string | undefined {
  const place = newest.findIndex(({ number }) => number === publication.consumerVersionNumber);
  const known = place < 0 ? undefined : newest.slice(place).find(({ sha }) => sha !== publication.sha);
  return known?.number ?? previousDistinctPublication(database, publication)?.consumerVersionNumber;
}
