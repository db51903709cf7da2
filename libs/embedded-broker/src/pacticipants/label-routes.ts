import { ok, pageOf, pagingOf, resource, rowsOfList, textOf, type Routing } from '../http/index.ts';
import { pacticipantListLinks } from './representation.ts';
import { countPacticipantsWithLabel, pacticipantsWithLabel } from './store.ts';
import { pacticipantSummaries } from './summary.ts';

/** Pacticipants by label. Source: docs/official-broker/pacticipants-and-versions.md#labels. */
export function pacticipantsWithLabelRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/pacticipants/label/:label', {
    get({ params, query, urls, reads }) {
      const label = params['label'] ?? '';
      const like = textOf(query['q']) ?? '';
      const page = pageOf(query);
      const count = () => countPacticipantsWithLabel(database, label, like);
      reads(() => rowsOfList(page, count));
      const total = page ? count() : 0;
      const paging = pagingOf(page, total, urls.to('/pacticipants/label/{}', label));
      const found = pacticipantsWithLabel(database, label, like, page);
      return ok({
        page: paging.page,
        _embedded: {
          pacticipants: pacticipantSummaries(database, found, urls),
        },
        _links: pacticipantListLinks(found, paging.links, urls),
      });
    },
  });
}
