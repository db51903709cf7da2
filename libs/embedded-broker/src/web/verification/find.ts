import type { Database } from '../../database/index.ts';
import { NotFoundError, type Call } from '../../http/index.ts';
import type { Publication } from '../../pacts/index.ts';
import { findVerification, latestVerification, type Verification } from '../../verifications/index.ts';
import { pactPaths } from '../pact/find.ts';

/** A result, and the pact it is about. */
export interface FoundResult {
  readonly publication: Publication;
  readonly verification: Verification;
}

type Find = (database: Database, call: Call) => FoundResult;

const numbered = /\/pact-version\//;

/** The paths that a result has, and how each finds it. */
export const resultPaths: ReadonlyMap<string, Find> = new Map<string, Find>(
  [...pactPaths].flatMap(([path, findPact]): [string, Find][] => {
    const find =
      (pick: (database: Database, id: number, call: Call) => Verification | undefined): Find =>
      (database, call) => {
        const publication = findPact(database, call);
        const verification = publication && pick(database, publication.pactVersionId, call);
        if (!verification) throw new NotFoundError();
        return { publication, verification };
      };
    const latest: [string, Find] = [
      `${path}/verification-results/latest`,
      find((database, id) => latestVerification(database, id)),
    ];
    const one: [string, Find] = [
      `${path}/verification-results/:number`,
      find((database, id, { params }) =>
        /^\d{1,15}$/.test(params['number'] ?? '')
          ? findVerification(database, id, Number(params['number']))
          : undefined,
      ),
    ];
    return numbered.test(path) ? [latest, one] : [latest];
  }),
);
