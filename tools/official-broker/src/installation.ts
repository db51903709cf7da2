import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { release } from './release.ts';

/** Where the official broker is installed: in this user's cache, for every copy of the project. */
export function installationFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, `official-pact-broker-${release}`);
}

/** What Bundler has to know, whatever it is asked. */
export function bundlerEnvironment(): NodeJS.ProcessEnv {
  const folder = installationFolder();
  return { BUNDLE_GEMFILE: join(folder, 'Gemfile'), BUNDLE_PATH: join(folder, 'gems') };
}

/** Whether all of it is installed, from the files that the project has for it today. */
export async function isInstalled(): Promise<boolean> {
  const marked = await readFile(mark(), 'utf8').catch(() => undefined);
  return marked === fingerprint(await files());
}

/** Puts its files where it is going to be installed. It does not count as installed until it is marked. */
export async function writeFiles(): Promise<void> {
  await rm(mark(), { force: true });
  await mkdir(installationFolder(), { recursive: true });
  for (const [name, text] of Object.entries(await files()))
    await writeFile(join(installationFolder(), name), text);
}

/** Says that it is installed. */
export async function markInstalled(): Promise<void> {
  await writeFile(mark(), fingerprint(await files()));
}

const mark = () => join(installationFolder(), 'installed');

async function files(): Promise<Readonly<Record<string, string>>> {
  const read = (name: string) => readFile(new URL(`../ruby/${name}`, import.meta.url), 'utf8');
  return {
    release,
    Gemfile: await read('Gemfile.rb'),
    'pins.rb': await read('pins.rb'),
    'config.ru': await read('config.ru'),
  };
}

const fingerprint = (files: Readonly<Record<string, string>>): string =>
  createHash('sha256').update(JSON.stringify(files)).digest('hex');
