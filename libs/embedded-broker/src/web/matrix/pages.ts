import { findEnvironmentByName } from '../../environments/index.ts';
import { MessagesError, notFoundByName, type RackHash, type Routing } from '../../http/index.ts';
import {
  matrixPreview,
  matrixSize,
  matrixQuery,
  versionFacts,
  type Known,
  type MatrixQuery,
} from '../../matrix/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import type { Database } from '../../database/index.ts';
import type { PageCall, PageRoute } from '../page-route.ts';
import { queryString } from './address.ts';
import { choicesFor } from './choices.ts';
import { matrixForm } from './form.ts';
import { matrixPage, type MatrixAnswer } from './page.ts';
import { mostRows, selectorsIn, withoutBlanks, type SelectorFields } from './question.ts';

/** The matrix: of any versions, and of an integration. */
export function matrixPages({ database }: Routing): PageRoute[] {
  const known: Known = {
    pacticipant: (name) => findPacticipant(database, name) !== undefined,
    environment: (name) => findEnvironmentByName(database, name) !== undefined,
  };
  const form = (action: string, selectors: readonly SelectorFields[], query: RackHash) => {
    const names = selectors.flatMap(({ pacticipant }) => pacticipant ?? []);
    return matrixForm(action, selectors, query, choicesFor(database, names));
  };
  return [
    {
      path: '/matrix',
      get(call) {
        const { links } = call;
        const asked = withoutBlanks(call.query);
        const isAsked = Object.keys(asked).length > 0;
        const { query, problems } = isAsked ? readQuestion(asked, known) : nothingAsked;
        const names = query?.selectors.map(({ pacticipant }) => pacticipant) ?? [];
        return matrixPage(
          { title: names.length > 0 ? `Matrix of ${[...new Set(names)].join(' and ')}` : 'Matrix' },
          form(links.to('/matrix'), selectorsIn(asked), isAsked ? asked : { latestby: 'cvpv' }),
          query && answer(database, query, call),
          problems,
          call,
        );
      },
    },
    {
      path: '/matrix/provider/:provider/consumer/:consumer',
      get(call) {
        const { links, params } = call;
        const { consumer = '', provider = '' } = params;
        if (!known.pacticipant(consumer)) throw notFoundByName('consumer', consumer);
        if (!known.pacticipant(provider)) throw notFoundByName('provider', provider);
        const selectors = [{ pacticipant: consumer }, { pacticipant: provider }];
        const asked: RackHash = { latestby: 'cvpv', ...withoutBlanks(call.query), q: selectors };
        return matrixPage(
          {
            title: `Matrix of ${consumer} and ${provider}`,
            trail: [
              { label: `${consumer} – ${provider}`, href: links.integrationDashboard(consumer, provider) },
            ],
          },
          form(links.to('/matrix'), selectors, asked),
          answer(database, { ...matrixQuery(asked, known), selectors }, call),
          [],
          call,
        );
      },
    },
  ];
}

interface Question {
  readonly query: MatrixQuery | undefined;
  readonly problems: readonly string[];
}

const nothingAsked: Question = { query: undefined, problems: [] };

/** Reads a question as the API does; an error is shown beside the form. */
function readQuestion(asked: RackHash, known: Known): Question {
  try {
    return { query: matrixQuery(asked, known), problems: [] };
  } catch (error) {
    if (!(error instanceof MessagesError)) throw error;
    return { query: undefined, problems: error.messages };
  }
}

/** Reads as many rows as a page holds; the question keeps its own limit, which is the API's. */
function answer(database: Database, query: MatrixQuery, { reads }: PageCall): MatrixAnswer {
  reads(() => matrixSize(database, query));
  const preview = matrixPreview(database, { ...query, limit: Math.min(query.limit, mostRows) });
  const ids = preview.shown.flatMap(({ row: { pact, providerVersion } }) => [
    pact.consumerVersion.id,
    ...(providerVersion ? [providerVersion.id] : []),
  ]);
  return { preview, factsOf: versionFacts(database, ids), question: queryString(query) };
}
