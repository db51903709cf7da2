import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addToBranch, branchesOfVersion, removeFromBranch, findBranch } from '../branches/index.ts';
import { openDatabase } from '../database/index.ts';
import { findOrCreatePacticipant } from '../pacticipants/index.ts';
import { deleteTag, insertTag, tagsWithLatest } from '../tags/index.ts';
import {
  branchHead,
  deleteVersion,
  findOrCreateVersion,
  findVersion,
  latestVersion,
  latestVersionWithTag,
} from './index.ts';

const now = '2030-01-01T00:00:00.000Z';
const names = ['a', 'b'] as const;
const pacticipants = ['Con', 'Lib'] as const;

const step = fc.record({
  what: fc.constantFrom('put on', 'take off', 'tag', 'untag', 'delete'),
  pacticipant: fc.constantFrom(...pacticipants),
  version: fc.constantFrom('1', '2', '3', '4'),
  name: fc.constantFrom(...names),
});

/** A version as the rules see it: when it was created, the branches it came to, in order of all, and its tags. */
interface Known {
  readonly created: number;
  readonly joined: Map<string, number>;
  readonly tags: Set<string>;
}

/**
 * The rules in their plainest form. A head is the version that came to the branch last; where that goes, the last created
 * of those that are left. The latest with a tag is the last created of those that have it.
 */
class Model {
  readonly versions = new Map<string, Known>();
  readonly heads = new Map<string, string>();
  private time = 0;

  apply({ what, version, name }: { what: string; version: string; name: string }): void {
    let known = this.versions.get(version);
    if (what === 'put on' || what === 'tag') {
      if (!known)
        this.versions.set(version, (known = { created: ++this.time, joined: new Map(), tags: new Set() }));
      if (what === 'tag') known.tags.add(name);
      else if (!known.joined.has(name)) {
        known.joined.set(name, ++this.time);
        this.heads.set(name, version);
      }
      return;
    }
    if (!known) return;
    if (what === 'untag') known.tags.delete(name);
    else if (what === 'take off') this.leave(name, version, known);
    else {
      this.versions.delete(version);
      for (const branch of known.joined.keys()) this.leave(branch, version, known);
    }
  }

  private leave(branch: string, version: string, known: Known): void {
    known.joined.delete(branch);
    if (this.heads.get(branch) !== version) return;
    const next = this.last(({ joined }) => joined.has(branch));
    if (next === undefined) this.heads.delete(branch);
    else this.heads.set(branch, next);
  }

  last(those: (known: Known) => boolean): string | undefined {
    const found = [...this.versions].filter(([, known]) => those(known));
    return found.toSorted(([, one], [, other]) => other.created - one.created)[0]?.[0];
  }
}

it('Heads of branches and latest versions follow whatever is written, tagged and deleted', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const database = openDatabase(':memory:');
      const models = { Con: new Model(), Lib: new Model() };
      const ids = { Con: 0, Lib: 0 };
      for (const name of pacticipants) ids[name] = findOrCreatePacticipant(database, name, now).id;
      for (const one of steps) {
        const { what, pacticipant, version: number, name } = one;
        if (what === 'put on' || what === 'tag') {
          const { version } = findOrCreateVersion(database, pacticipant, number, now);
          if (what === 'tag') insertTag(database, version.id, name, now);
          else addToBranch(database, { pacticipantId: ids[pacticipant], name }, version.id, now);
        } else {
          const version = findVersion(database, pacticipant, number);
          const branch = findBranch(database, pacticipant, name);
          if (version && what === 'delete') deleteVersion(database, version.id);
          if (version && what === 'untag') deleteTag(database, version.id, name);
          if (version && branch && what === 'take off') removeFromBranch(database, branch.id, version.id);
        }
        models[pacticipant].apply(one);
      }
      for (const pacticipant of pacticipants) {
        const model = models[pacticipant];
        const id = ids[pacticipant];
        expect(latestVersion(database, id)?.number).toBe(model.last(() => true));
        for (const name of names) {
          expect(branchHead(database, id, name)?.number).toBe(model.heads.get(name));
          expect(latestVersionWithTag(database, id, name)?.number).toBe(
            model.last(({ tags }) => tags.has(name)),
          );
        }
        for (const [number, { joined, tags }] of model.versions) {
          const version = findVersion(database, pacticipant, number)!;
          expect(branchesOfVersion(database, version.id)).toEqual(
            [...joined.keys()].map((name) => ({ name, latest: model.heads.get(name) === number })),
          );
          expect(tagsWithLatest(database, version.id)).toEqual(
            [...tags].toSorted().map((name) => ({
              name,
              latest: model.last((other) => other.tags.has(name)) === number,
            })),
          );
        }
      }
      database.close();
    }),
  );
});
