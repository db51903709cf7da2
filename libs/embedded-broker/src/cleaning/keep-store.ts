import type { KeepSelector } from '../config/index.ts';
import type { Database, Parameter } from '../database/index.ts';
import { startOfAge } from './age.ts';

/**
 * Versions that meet everything a selector says but `latest`. The parameters are those of `parametersOf`, then the
 * branches that count as deleted.
 */
const matchingOf = (versions: string) => `
  SELECT v.id, v.pacticipant_id FROM ${versions}
  WHERE (?1 IS NULL OR v.pacticipant_id = (SELECT id FROM pacticipants WHERE name = ?1))
    AND (?2 IS NULL OR v.created_at >= ?2)
    AND (?3 IS NULL
      OR EXISTS (SELECT 1 FROM deployed_versions d JOIN environments e ON e.id = d.environment_id
                 WHERE d.version_id = v.id AND d.undeployed_at IS NULL AND e.name = ?3)
      OR EXISTS (SELECT 1 FROM released_versions r JOIN environments e ON e.id = r.environment_id
                 WHERE r.version_id = v.id AND r.support_ended_at IS NULL AND e.name = ?3))
    AND (?4 = 0 OR EXISTS (SELECT 1 FROM deployed_versions d WHERE d.version_id = v.id AND d.undeployed_at IS NULL))
    AND (?5 = 0 OR EXISTS (SELECT 1 FROM released_versions r WHERE r.version_id = v.id AND r.support_ended_at IS NULL))
    AND (?6 = 0 OR EXISTS (SELECT 1 FROM tags t WHERE t.version_id = v.id AND (?7 IS NULL OR t.name = ?7)))
    AND (?8 = 0 OR EXISTS (
      SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id JOIN pacticipants p ON p.id = b.pacticipant_id
      WHERE bv.version_id = v.id AND (?9 IS NULL OR b.name = ?9)
        AND (?10 = 0 OR b.name = p.main_branch) AND (?11 = 0 OR b.head_version_id = v.id)
        AND b.id NOT IN (SELECT value FROM json_each(?12))))`;

const matching = matchingOf('versions v');
const latestOfEach = `SELECT max(m.id) AS id FROM (${matching}) m GROUP BY m.pacticipant_id`;
const latestOfEachTag = `SELECT max(m.id) AS id FROM (${matching}) m JOIN tags t ON t.version_id = m.id
  GROUP BY m.pacticipant_id, t.name`;

// The same of a few versions, without looking at all: those that no newer one takes the place of.
const matchingAmong = matchingOf('json_each(?13) among CROSS JOIN versions v ON v.id = among.value');
const newer = `${matching} AND v.pacticipant_id = m.pacticipant_id AND v.id > m.id`;
const latestAmong = `SELECT m.id FROM (${matchingAmong}) m WHERE NOT EXISTS (${newer})`;
const latestOfEachTagAmong = `SELECT m.id FROM (${matchingAmong}) m JOIN tags t ON t.version_id = m.id
  WHERE NOT EXISTS (${newer} AND EXISTS (SELECT 1 FROM tags o WHERE o.version_id = v.id AND o.name = t.name))`;

/** Which versions and branches a selector is asked about. */
export interface KeepQuestion {
  /** Ids of branches that count as deleted. */
  readonly withoutBranches?: readonly number[];
  /** Ids of the versions in question; all by default. */
  readonly among?: readonly number[] | undefined;
}

/**
 * The versions that a selector keeps. With `latest`, the heads of the branches that it names, else the newest for each
 * tag (`tag: true`) or pacticipant of those that meet the rest.
 * Source: docs/official-broker/deleting-and-cleaning.md#keep-selectors.
 * @param now ISO 8601, what `maxAge` counts from
 */
export function keptVersions(
  database: Database,
  selector: KeepSelector,
  now: string,
  { withoutBranches = [], among }: KeepQuestion = {},
): number[] {
  const ofBranch = selector.branch !== undefined || selector.mainBranch === true;
  const [all, latestOfTags, latest] = among
    ? [matchingAmong, latestOfEachTagAmong, latestAmong]
    : [matching, latestOfEachTag, latestOfEach];
  const sql = !selector.latest || ofBranch ? all : selector.tag === true ? latestOfTags : latest;
  const parameters = [...parametersOf(selector, now), JSON.stringify(withoutBranches)];
  if (among) parameters.push(JSON.stringify(among));
  return database.all<{ id: number }>(sql, ...parameters).map(({ id }) => id);
}

function parametersOf(selector: KeepSelector, now: string): Parameter[] {
  const { pacticipant, maxAge, environment, deployed, released, tag, branch, mainBranch, latest } = selector;
  const name = (given: string | true | undefined) => (given === true ? undefined : given);
  return [
    pacticipant,
    maxAge === undefined ? undefined : startOfAge(now, maxAge),
    environment,
    deployed ?? false,
    released ?? false,
    tag !== undefined,
    name(tag),
    branch !== undefined || mainBranch === true,
    name(branch),
    mainBranch ?? false,
    latest ?? false,
  ];
}
