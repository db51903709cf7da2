import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { installationFolder, isInstalled, markInstalled, writeFiles } from './installation.ts';

const before = process.env['XDG_CACHE_HOME'];
let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'official-broker-'));
  process.env['XDG_CACHE_HOME'] = cache;
});
afterEach(() => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = before;
  rmSync(cache, { recursive: true });
});

test('a release has a folder of its own in the cache of the user', () => {
  expect(installationFolder('2.119.0')).toBe(join(cache, 'official-pact-broker-2.119.0'));
});

test('an installation that was cut short is none', async () => {
  expect(await isInstalled('2.119.0')).toBe(false);
  await writeFiles('2.119.0');
  expect(await isInstalled('2.119.0')).toBe(false);
  await markInstalled('2.119.0');
  expect(await isInstalled('2.119.0')).toBe(true);
  await writeFiles('2.119.0');
  expect(await isInstalled('2.119.0')).toBe(false);
});

test('an installation of other gems is none', async () => {
  await writeFiles('2.119.0');
  await markInstalled('2.119.0');
  expect(await isInstalled('2.122.0')).toBe(false);
  writeFileSync(join(installationFolder('2.119.0'), 'installed'), 'the fingerprint of what it had last year');
  expect(await isInstalled('2.119.0')).toBe(false);
});
