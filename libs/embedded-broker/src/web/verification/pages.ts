import type { Routing } from '../../http/index.ts';
import { versionFacts } from '../../matrix/index.ts';
import { contentBytes, decodeMetadata } from '../../pacts/index.ts';
import { interactionsOfContent } from '../pact/contract.ts';
import type { PageRoute } from '../page-route.ts';
import { checkedInteractions } from './checked-interaction.ts';
import { resultPaths } from './find.ts';
import { verificationPage } from './page.ts';
import { circumstancesOf, consumerVersionsWithContent } from './store.ts';
import { interactionResults } from './test-results.ts';

const mostVersions = 10;

/** What a verifier said of a pact, interaction by interaction. */
export function verificationPages({ database }: Routing): PageRoute[] {
  return [...resultPaths].map(([path, find]) => ({
    path,
    get(call) {
      const { publication, verification } = find(database, call);
      const { pactVersionId } = publication;
      const { providerVersionId, testResults } = verification;
      call.reads(() => ({ bytes: contentBytes(database, pactVersionId) + (testResults?.length ?? 0) }));
      return verificationPage(
        {
          publication,
          verification,
          providerVersion: versionFacts(database, [providerVersionId])(providerVersionId),
          circumstances: circumstancesOf(database, verification.number),
          selectors: decodeMetadata(call.params['metadata']).selectors,
          consumerVersions: consumerVersionsWithContent(database, pactVersionId, mostVersions + 1),
          mostVersions,
          ...checkedInteractions(
            interactionsOfContent(database, pactVersionId),
            interactionResults(testResults),
          ),
        },
        call,
      );
    },
  }));
}
