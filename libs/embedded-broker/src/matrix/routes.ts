import { findEnvironmentByName } from '../environments/index.ts';
import {
  mediaTypes,
  notFoundByName,
  NotFoundError,
  ok,
  resource,
  type Call,
  type Reply,
  type Routing,
} from '../http/index.ts';
import { findPacticipant, type Pacticipant } from '../pacticipants/index.ts';
import { branchHead, latestVersionWithTag, type Version } from '../versions/index.ts';
import { matrixAnswer } from './answer.ts';
import { matrixSize } from './matrix-size.ts';
import { canIDeployQuery } from './can-i-deploy-query.ts';
import { matrixQuery, type Known, type MatrixQuery, type Target } from './query.ts';
import { matrixRepresentation } from './representation.ts';
import { matrixText } from './text-table.ts';
import { versionFacts } from './version-facts.ts';

/** The matrix and the forms of can-i-deploy. Source: docs/official-broker/matrix.md#routes. */
export function matrixRoutes(routing: Routing): void {
  const { database } = routing;
  const known: Known = {
    pacticipant: (name) => findPacticipant(database, name) !== undefined,
    environment: (name) => findEnvironmentByName(database, name) !== undefined,
  };
  const answer = (query: MatrixQuery, { accepted, urls, reads }: Call): Reply => {
    reads(() => matrixSize(database, query));
    const found = matrixAnswer(database, query);
    if (accepted === mediaTypes.plainText) return ok(matrixText(found));
    const ids = found.shown.flatMap(({ row: { pact, providerVersion } }) => [
      pact.consumerVersion.id,
      ...(providerVersion ? [providerVersion.id] : []),
    ]);
    return ok(matrixRepresentation(found, versionFacts(database, ids), urls));
  };
  const produces = [mediaTypes.hal, mediaTypes.json, mediaTypes.plainText];

  resource(routing, '/matrix', { produces, get: (call) => answer(matrixQuery(call.query, known), call) });

  resource(routing, '/can-i-deploy', {
    produces,
    get: (call) => answer(canIDeployQuery(call.query, known), call),
  });

  resource(routing, '/matrix/provider/:provider/consumer/:consumer', {
    produces,
    get(call) {
      const { consumer = '', provider = '' } = call.params;
      for (const [role, name] of [
        ['consumer', consumer],
        ['provider', provider],
      ] as const) {
        if (!known.pacticipant(name)) throw notFoundByName(role, name);
      }
      const selectors = [{ pacticipant: consumer }, { pacticipant: provider }];
      return answer({ ...matrixQuery({ ...call.query, q: selectors }, known), selectors }, call);
    },
  });

  const canIDeploy = (
    path: string,
    find: (pacticipant: Pacticipant, call: Call) => Version | undefined,
    to: (call: Call) => Target,
  ) =>
    resource(routing, path, {
      produces,
      get(call) {
        const pacticipant = findPacticipant(database, call.params['pacticipant'] ?? '');
        const version = pacticipant && find(pacticipant, call);
        const target = to(call);
        if (!version || (target.environment !== undefined && !known.environment(target.environment)))
          throw new NotFoundError();
        const selector =
          call.params['tag'] === undefined
            ? { branch: call.params['branch'], latest: true }
            : { tag: call.params['tag'], latest: true };
        return answer(
          {
            selectors: [{ pacticipant: pacticipant.name, ...selector }],
            ignore: [],
            target,
            latestBy: target.environment === undefined ? 'cvp' : 'cvpv',
            success: undefined,
            limit: Number.MAX_SAFE_INTEGER,
          },
          call,
        );
      },
    });
  canIDeploy(
    '/pacticipants/:pacticipant/latest-version/:tag/can-i-deploy/to/:to',
    ({ id }, { params }) => latestVersionWithTag(database, id, params['tag'] ?? ''),
    ({ params }) => ({ tag: params['to'], latest: true }),
  );
  canIDeploy(
    '/pacticipants/:pacticipant/branches/:branch/latest-version/can-i-deploy/to-environment/:environment',
    ({ id }, { params }) => branchHead(database, id, params['branch'] ?? ''),
    ({ params }) => ({ environment: params['environment'] }),
  );
}
