import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Version } from './releases.ts';

/** Where a release is installed: in this user's cache, for every copy of the project. */
export function installationFolder(version: Version): string {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, `official-pact-broker-${version}`);
}

/** What Bundler has to know, whatever it is asked. */
export function bundlerEnvironment(version: Version): NodeJS.ProcessEnv {
  const folder = installationFolder(version);
  return { BUNDLE_GEMFILE: join(folder, 'Gemfile'), BUNDLE_PATH: join(folder, 'gems') };
}

/** Whether all of a release is installed, from the files that the project has for it today. */
export async function isInstalled(version: Version): Promise<boolean> {
  const mark = await readFile(markOf(version), 'utf8').catch(() => undefined);
  return mark === fingerprint(await filesOf(version));
}

/** Puts the files of a release where it is going to be installed. It does not count as installed until it is marked. */
export async function writeFiles(version: Version): Promise<void> {
  await rm(markOf(version), { force: true });
  await mkdir(installationFolder(version), { recursive: true });
  for (const [name, text] of Object.entries(await filesOf(version)))
    await writeFile(join(installationFolder(version), name), text);
}

/** Says that a release is installed. */
export async function markInstalled(version: Version): Promise<void> {
  await writeFile(markOf(version), fingerprint(await filesOf(version)));
}

const markOf = (version: Version) => join(installationFolder(version), 'installed');

async function filesOf(version: Version): Promise<Readonly<Record<string, string>>> {
  const read = (name: string) => readFile(new URL(`../ruby/${name}`, import.meta.url), 'utf8');
  return {
    Gemfile: await read(`${version}.rb`),
    'pins.rb': await read('pins.rb'),
    'config.ru': await read('config.ru'),
  };
}

const fingerprint = (files: Readonly<Record<string, string>>): string =>
  createHash('sha256').update(JSON.stringify(files)).digest('hex');
