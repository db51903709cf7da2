import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sampleUsers } from './sample-users.ts';
import type { User } from './user.ts';
import { openUserRepository } from './user-repository.ts';

const amina: User = { id: 1, firstName: 'Amina', lastName: 'Okafor', username: 'amina', type: 'user' };

describe('The user repository', () => {
  let directory: string;
  let path: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'users-'));
    path = join(directory, 'users.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('starts a new database with the sample users, and only a new one', () => {
    const first = openUserRepository(path);
    expect(first.findAll()).toEqual(sampleUsers);
    first.replaceAll([]);
    first.close();
    const second = openUserRepository(path);
    expect(second.findAll()).toEqual([]);
    second.close();
  });

  it('replaces all users or none', () => {
    const users = openUserRepository(path);
    users.replaceAll([amina]);
    expect(() =>
      users.replaceAll([
        { ...amina, id: 2 },
        { ...amina, id: 3 },
      ]),
    ).toThrow(/UNIQUE/);
    expect(users.findAll()).toEqual([amina]);
    expect(users.findById(2)).toBeUndefined();
    users.close();
  });

  it('lists users by their id, in whatever order they came', () => {
    const users = openUserRepository(path);
    users.replaceAll([
      { ...amina, id: 7 },
      { ...amina, id: 3, username: 'other' },
    ]);
    expect(users.findAll().map(({ id }) => id)).toEqual([3, 7]);
    users.close();
  });
});
