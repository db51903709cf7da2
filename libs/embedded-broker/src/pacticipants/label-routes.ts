import { labelsOfPacticipant } from '../labels/index.ts';
import { ok, pageOf, pagingOf, resource, textOf, type Routing } from '../http/index.ts';
import { latestVersion } from '../versions/index.ts';
import { pacticipantLink, pacticipantRepresentation, pacticipantsWithLabelLink } from './representation.ts';
import { countPacticipantsWithLabel, pacticipantsWithLabel } from './store.ts';

/** Pacticipants by label (api.md B22). */
export function pacticipantsWithLabelRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/pacticipants/label/:label', {
    get({ params, query, urls }) {
      const label = params['label'] ?? '';
      const like = textOf(query['q']) ?? '';
      const page = pageOf(query);
      const total = page ? countPacticipantsWithLabel(database, label, like) : 0;
      const paging = pagingOf(page, total, urls.to('/pacticipants/label/{}', label));
      const found = pacticipantsWithLabel(database, label, like, page);
      const links = found.map(({ name }) => pacticipantLink(name, urls));
      return ok({
        ...(paging.page ? { page: paging.page } : {}),
        _embedded: {
          pacticipants: found.map((pacticipant) =>
            pacticipantRepresentation(
              pacticipant,
              {
                latestVersionNumber: latestVersion(database, pacticipant.id)?.number,
                labels: labelsOfPacticipant(database, pacticipant.id),
              },
              urls,
            ),
          ),
        },
        _links: {
          // The official broker names the list of all pacticipants here, too.
          self: { href: urls.pacticipants() },
          ...paging.links,
          'pb:pacticipants-with-label': pacticipantsWithLabelLink(urls),
          'pb:pacticipants': links,
          pacticipants: links.map(({ name, href }) => ({
            title: name,
            name: 'DEPRECATED - please use pb:pacticipants',
            href,
          })),
        },
      });
    },
  });
}
