import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { top } from '../top.ts';
import { toolingName, toolingPackage } from './tooling.ts';

/** A user's repository, with a folder for what runs in it. */
export interface UserRepository extends AsyncDisposable {
  readonly path: string;
  readonly scratch: string;
  /** What a runner's machine sets. No registry is asked: all that is needed is there. */
  readonly machine: Readonly<Record<string, string>>;
  write(file: string, text: string): Promise<void>;
  /** Writes files and commits them; returns the commit. */
  commit(files: Readonly<Record<string, string>>): Promise<string>;
  readonly git: (...args: string[]) => string;
}

/**
 * Makes a repository on the branch `main`, with the tooling among its packages.
 * @param scripts of its package.json
 */
export async function userRepository(
  scripts: Readonly<Record<string, string>> = {},
): Promise<UserRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'pipelines-'));
  const path = join(folder, 'repository');
  const machine = {
    PATH: `${join(top, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    HOME: join(folder, 'home'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    PACT_DO_NOT_TRACK: 'true',
    // What git needs for a commit.
    ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' },
    ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' },
  };
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: path,
      env: machine,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const scratch = join(folder, 'scratch');
  for (const each of [path, scratch, machine.HOME]) await mkdir(each);
  await toolingPackage(join(folder, 'tooling'));
  git('init', '--quiet', '--initial-branch', 'main');
  const repository: UserRepository = {
    path,
    scratch,
    machine,
    git,
    async write(file, text) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), text);
    },
    async commit(files) {
      for (const [file, text] of Object.entries(files)) await repository.write(file, text);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'A change');
      return git('rev-parse', 'HEAD');
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
  const manifest = {
    name: 'user',
    private: true,
    scripts,
    devDependencies: { [toolingName]: 'file:../tooling' },
  };
  await repository.commit({
    'package.json': JSON.stringify(manifest),
    '.gitignore': 'node_modules\npacts\n',
  });
  execFileSync('npm', ['install', '--silent'], { cwd: path, env: machine });
  await repository.commit({});
  return repository;
}
