import { mediaTypes, ok, resource, textOf, type Routing } from '../../http/index.ts';
import { noRelationPage, relationDoc, relationPage } from './relation-page.ts';

/**
 * A page for each link relation; the curies of HAL documents lead here.
 * Source: docs/official-broker/navigation.md#documentation-of-relations.
 */
export function documentationRoutes(routing: Routing): void {
  resource(routing, '/doc/:relation', {
    produces: [mediaTypes.html],
    get({ params, query, urls }) {
      const relation = params['relation'] ?? '';
      const doc = relationDoc(relation, textOf(query['context']));
      if (doc) return ok(relationPage(doc, urls.paths));
      return { status: 404, body: noRelationPage(relation, urls.paths), contentType: mediaTypes.html };
    },
  });
}
