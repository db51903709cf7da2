import { NotFoundError, type Routing } from '../../http/index.ts';
import { versionFacts } from '../../matrix/index.ts';
import { latestVerification } from '../../verifications/index.ts';
import type { PageRoute } from '../page-route.ts';
import { contractOf } from './contract-view.ts';
import { pactPaths } from './find.ts';
import { pactPage } from './page.ts';

/** A pact as people read it. */
export function pactPages({ database }: Routing): PageRoute[] {
  return [...pactPaths].map(([path, find]) => ({
    path,
    get(call) {
      const publication = find(database, call);
      if (!publication) throw new NotFoundError();
      const { consumerVersionId, pactVersionId } = publication;
      return pactPage(
        {
          publication,
          version: versionFacts(database, [consumerVersionId])(consumerVersionId),
          result: latestVerification(database, pactVersionId),
          contract: contractOf(database, pactVersionId),
        },
        call,
      );
    },
  }));
}
