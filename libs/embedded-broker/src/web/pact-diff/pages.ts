import type { Database } from '../../database/index.ts';
import { MessageError, NotFoundError, textOf, type Routing } from '../../http/index.ts';
import {
  compareInTime,
  contentBytes,
  contentText,
  findPublication,
  longestComparisonMs,
  type IntegrationNames,
} from '../../pacts/index.ts';
import type { PageRoute } from '../page-route.ts';
import { quickComparisonPage, type PactsToCompare } from './comparison-page.ts';

/** What changed between the pacts of two consumer versions, interaction by interaction. */
export function pactDiffPages({ database }: Routing): PageRoute[] {
  return [
    {
      path: '/pacts/provider/:provider/consumer/:consumer/compare',
      async get(call) {
        const { consumer = '', provider = '' } = call.params;
        // "version" is what the picker of a pact's page sends.
        const from = textOf(call.query['from']) ?? textOf(call.query['version']) ?? '';
        const to = textOf(call.query['to']) ?? '';
        const before = required(database, { consumer, provider }, from.trim());
        const after = required(database, { consumer, provider }, to.trim());
        call.reads(() => ({ bytes: contentBytes(database, before.pactVersionId, after.pactVersionId) }));
        const content = ({ pactVersionId }: typeof before) => contentText(database, pactVersionId);
        const contents = { before: content(before), after: content(after) };
        return comparison({ before, after, contents, base: call.links.base, now: call.now });
      },
    },
  ];
}

async function comparison(pacts: PactsToCompare): Promise<string> {
  const page = await compareInTime(pacts.contents, () => quickComparisonPage(pacts), {
    task: 'comparison page',
    input: pacts,
  });
  if (page !== undefined) return page;
  throw new MessageError(
    503,
    `Comparing the two pacts took longer than ${longestComparisonMs / 1_000} seconds, and was given up. Open both to compare them.`,
    { slug: 'server-error', title: 'Too large to compare' },
  );
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
