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

test('each release has a folder of its own in the cache of the user', () => {
  expect(installationFolder()).toBe(join(cache, 'official-pact-broker-2.122.0'));
});

test('an installation that was cut short is none', async () => {
  expect(await isInstalled()).toBe(false);
  await writeFiles();
  expect(await isInstalled()).toBe(false);
  await markInstalled();
  expect(await isInstalled()).toBe(true);
  await writeFiles();
  expect(await isInstalled()).toBe(false);
});

test('an installation of other gems is none', async () => {
  await writeFiles();
  await markInstalled();
  writeFileSync(join(installationFolder(), 'installed'), 'the fingerprint of what it had last year');
  expect(await isInstalled()).toBe(false);
});
