import type { Database } from '../../database/index.ts';
import { MessageError, NotFoundError, textOf, type Routing } from '../../http/index.ts';
import { contentText, findPublication, parseTree, type IntegrationNames } from '../../pacts/index.ts';
import type { PageRoute } from '../page-route.ts';
import { compareInteractions } from './compare.ts';
import { diffPage } from './page.ts';

/** What changed between the pacts of two consumer versions, interaction by interaction. */
export function pactDiffPages({ database }: Routing): PageRoute[] {
  return [
    {
      path: '/pacts/provider/:provider/consumer/:consumer/compare',
      get(call) {
        const { consumer = '', provider = '' } = call.params;
        // "version" is what the picker of a pact's page sends.
        const from = textOf(call.query['from']) ?? textOf(call.query['version']) ?? '';
        const to = textOf(call.query['to']) ?? '';
        const before = required(database, { consumer, provider }, from.trim());
        const after = required(database, { consumer, provider }, to.trim());
        const tree = ({ pactVersionId }: typeof before) => parseTree(contentText(database, pactVersionId));
        return diffPage({ before, after, changes: compareInteractions(tree(before), tree(after)) }, call);
      },
    },
  ];
}

function required(database: Database, names: IntegrationNames, number: string) {
  const publication = findPublication(database, names, number);
  if (publication) return publication;
  if (number === '') throw new NotFoundError();
  throw new MessageError(404, `${names.consumer} ${number} has no pact with ${names.provider}`, {
    slug: 'not-found',
    title: 'Not found',
  });
}
