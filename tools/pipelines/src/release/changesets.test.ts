import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { top } from '../top.ts';

const changed = 'libs/pact-tooling';

describe('changeset version', () => {
  const copy = mkdtempSync(join(tmpdir(), 'changesets-'));
  const manifests = globSync(['package.json', '{apps,libs,tools}/*/package.json'], { cwd: top });
  const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
  const versionIn = (folder: string, path: string) =>
    (JSON.parse(read(folder, path)) as { version: string }).version;
  beforeAll(() => {
    for (const file of [...manifests, 'package-lock.json', '.changeset/config.json']) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(top, file), join(copy, file));
    }
    writeFileSync(
      join(copy, '.changeset/a.md'),
      "---\n'@pact-workshop/pact-tooling': minor\n---\n\nAsk twice.\n",
    );
    execFileSync('git', ['init', '--quiet'], { cwd: copy });
    execFileSync(join(top, 'node_modules/.bin/changeset'), ['version'], { cwd: copy, stdio: 'pipe' });
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('raises the version of both packages, although they are private here, and of nothing else', () => {
    const raised = manifests.filter((path) => versionIn(copy, path) !== versionIn(top, path));
    expect(raised.sort()).toEqual(['libs/embedded-broker/package.json', 'libs/pact-tooling/package.json']);
    const [major, minor] = versionIn(top, `${changed}/package.json`).split('.').map(Number) as [
      number,
      number,
    ];
    expect(raised.map((path) => versionIn(copy, path))).toEqual(Array(2).fill(`${major}.${minor + 1}.0`));
  });

  it('writes what changed into the changelog of the package that changed', () => {
    expect(read(copy, `${changed}/CHANGELOG.md`)).toContain('- Ask twice.');
    expect(read(copy, 'libs/embedded-broker/CHANGELOG.md')).not.toContain('Ask twice.');
  });

  it('leaves them private', () => {
    expect(JSON.parse(read(copy, `${changed}/package.json`))).toMatchObject({ private: true });
  });
});
