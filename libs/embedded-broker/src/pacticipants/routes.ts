import { deployedEnvironmentLinks, deploymentsOfPacticipant } from '../environments/index.ts';
import {
  created,
  mediaTypes,
  noContent,
  ok,
  pageOf,
  pagingOf,
  resource,
  rowsOfList,
  textOf,
  type Call,
  type Routing,
} from '../http/index.ts';
import { noDetails } from './find-or-create.ts';
import { pacticipantInput } from './input.ts';
import { requiredPacticipant } from './required.ts';
import { pacticipantListLinks } from './representation.ts';
import {
  countPacticipants,
  createPacticipant,
  deletePacticipant,
  findPacticipant,
  listPacticipants,
  updatePacticipant,
  type Pacticipant,
} from './store.ts';
import { pacticipantSummaries, pacticipantSummary } from './summary.ts';

/** `/pacticipants`. Source: docs/official-broker/pacticipants-and-versions.md#pacticipants. */
export function pacticipantRoutes(routing: Routing): void {
  const { database } = routing;
  const show = (pacticipant: Pacticipant, call: Call) => {
    const deployments = deploymentsOfPacticipant(database, pacticipant.id);
    return pacticipantSummary(database, pacticipant, call.urls, {
      deployedEnvironments: deployedEnvironmentLinks(deployments, call.urls),
    });
  };

  resource(routing, '/pacticipants', {
    get({ query, urls, reads }) {
      const like = textOf(query['q']) ?? '';
      const page = pageOf(query);
      const count = () => countPacticipants(database, like);
      reads(() => rowsOfList(page, count));
      const paging = pagingOf(page, count(), urls.pacticipants());
      const all = listPacticipants(database, like, page);
      const shown = pacticipantSummaries(database, all, urls);
      return ok({
        page: paging.page,
        _embedded: { pacticipants: shown },
        _links: pacticipantListLinks(all, paging.links, urls),
        pacticipants: shown.map((pacticipant) => ({
          ...pacticipant,
          title: 'DEPRECATED - Please use the embedded pacticipants collection',
        })),
      });
    },
    post: {
      consumes: [mediaTypes.json],
      handle(call) {
        const { name = '', details } = pacticipantInput(call.json, { nameRequired: true });
        const pacticipant =
          findPacticipant(database, name) ??
          createPacticipant(database, name, { ...noDetails, ...details }, call.now);
        return created(pacticipantSummary(database, pacticipant, call.urls), call.urls.pacticipant(name));
      },
    },
  });

  resource(routing, '/pacticipants/:pacticipant', {
    get: (call) => ok(show(requiredPacticipant(database, call), call)),
    put: {
      consumes: [mediaTypes.json],
      handle(call) {
        const pacticipant = requiredPacticipant(database, call);
        const { details } = pacticipantInput(call.json, { nameRequired: false });
        updatePacticipant(database, pacticipant.id, { ...noDetails, ...details }, call.now);
        return ok(show(requiredPacticipant(database, call), call));
      },
    },
    patch: {
      consumes: [mediaTypes.json, mediaTypes.mergePatch],
      handle(call) {
        const { details } = pacticipantInput(call.json, { nameRequired: false });
        const name = call.params['pacticipant'] ?? '';
        const existing = findPacticipant(database, name);
        if (!existing) {
          const pacticipant = createPacticipant(database, name, { ...noDetails, ...details }, call.now);
          return created(show(pacticipant, call), call.urls.pacticipant(name));
        }
        updatePacticipant(database, existing.id, { ...existing, ...details }, call.now);
        return ok(show(requiredPacticipant(database, call), call));
      },
    },
    delete(call) {
      deletePacticipant(database, requiredPacticipant(database, call).id);
      return noContent;
    },
  });
}
