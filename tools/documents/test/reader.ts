import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunningBroker } from '@pact-workshop/embedded-broker';
import { freePort } from '@pact-workshop/embedded-broker/test/free-port.ts';
import { bashOf } from '../src/section-blocks.ts';

export const top = fileURLToPath(new URL('../../..', import.meta.url));
export const page = readFileSync(join(top, 'docs/use-from-any-language.md'), 'utf8');

/** The sections that prepare every other one. */
const preparations = ['Start the broker', 'A contract and a provider to try it with'];

/** Variables that would change what the commands do; they are not passed on. */
const own = /^(?:PACT_|GIT_|CI$|GITHUB_)/;

/** The environment of a reader's shell, with folders in front of the path. */
export function shellEnvironment(paths: readonly string[], more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  const path = [...paths, process.env['PATH']].join(delimiter);
  return {
    ...env,
    PATH: path,
    PACT_DO_NOT_TRACK: 'true',
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
    ...more,
  };
}

/** Says which of these programs are not on this machine; undefined where all are. */
export function missingPrograms(names: readonly string[]): string | undefined {
  const absent = names.filter((name) => spawnSync('bash', ['-c', `command -v ${name}`]).status !== 0);
  return absent.length === 0 ? undefined : `There is no ${absent.join(', ')}.`;
}

/**
 * Follows a section as a reader does: runs its blocks after those of the sections that prepare it, in an empty folder.
 * @param broker takes the place of the address on the page; a free port that of the provider's
 * @returns what the commands print
 * @throws Error with that, where a command fails
 */
export async function follow(
  section: string,
  broker: RunningBroker,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'any-language-'));
  const script = [...preparations, section]
    .flatMap((heading) => bashOf(page, heading))
    .join('\n')
    .replaceAll('http://127.0.0.1:9292', broker.url)
    .replaceAll('8080', String(await freePort()));
  try {
    const { stdout, stderr } = await promisify(execFile)(
      'bash',
      ['-c', `set -euo pipefail; trap 'kill $(jobs -p)' EXIT\n${script}`],
      { cwd: folder, env, timeout: 100_000 },
    );
    return stdout + stderr;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a section leads to: whether Shop may be deployed, and the result for it. */
export async function outcome({ url }: RunningBroker): Promise<Record<'summary' | 'matrix', unknown>> {
  const get = async (path: string) =>
    (await (await fetch(`${url}${path}`)).json()) as Record<string, unknown>;
  const { summary } = await get('/can-i-deploy?pacticipant=Shop&version=1.0.0&environment=production');
  const { matrix } = await get('/matrix?q[][pacticipant]=Users&q[][version]=2.0.0&latestby=cvpv');
  return { summary, matrix };
}

export const expectedOutcome = {
  summary: { deployable: true, success: 1 },
  matrix: [
    {
      consumer: { name: 'Shop', version: { number: '1.0.0', branch: 'main' } },
      provider: { name: 'Users', version: { number: '2.0.0', branch: 'main' } },
      verificationResult: { success: true },
    },
  ],
};
