import type { Database } from '../database/index.ts';
import {
  created,
  mediaTypes,
  noContent,
  NotFoundError,
  ok,
  pageOf,
  pagingOf,
  resource,
  rowsOfList,
  type Call,
  type Routing,
} from '../http/index.ts';
import { findOrCreatePacticipant, findPacticipant, type Pacticipant } from '../pacticipants/index.ts';
import { labelRepresentation } from './representation.ts';
import { countLabelNames, deleteLabel, findLabel, insertLabel, listLabelNames, type Label } from './store.ts';

/** Labels of pacticipants. Source: docs/official-broker/pacticipants-and-versions.md#labels. */
export function labelRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/labels', {
    get({ query, urls, reads }) {
      const page = pageOf(query);
      reads(() => rowsOfList(page, () => countLabelNames(database)));
      const paging = pagingOf(page, page ? countLabelNames(database) : 0, urls.labels());
      return ok({
        page: paging.page,
        _embedded: { labels: listLabelNames(database, page).map((name) => ({ name })) },
        _links: { ...paging.links, self: { title: 'Labels', href: urls.labels() } },
      });
    },
  });

  resource(routing, '/pacticipants/:pacticipant/labels/:label', {
    get(call) {
      const { pacticipant, label } = requiredLabel(database, call);
      return ok(labelRepresentation(label, pacticipant.name, call.urls));
    },
    put: {
      consumes: [mediaTypes.json],
      handle(call) {
        const { pacticipant: name = '', label = '' } = call.params;
        const { id } = findOrCreatePacticipant(database, name, call.now);
        const isNew = insertLabel(database, id, label, call.now);
        const body = labelRepresentation(requiredLabel(database, call).label, name, call.urls);
        return isNew ? created(body, call.urls.label(name, label)) : ok(body);
      },
    },
    delete(call) {
      const { pacticipant, label } = requiredLabel(database, call);
      deleteLabel(database, pacticipant.id, label.name);
      return noContent;
    },
  });
}

function requiredLabel(database: Database, { params }: Call): { pacticipant: Pacticipant; label: Label } {
  const pacticipant = findPacticipant(database, params['pacticipant'] ?? '');
  const label = pacticipant && findLabel(database, pacticipant.id, params['label'] ?? '');
  if (!label) throw new NotFoundError();
  return { pacticipant, label };
}
