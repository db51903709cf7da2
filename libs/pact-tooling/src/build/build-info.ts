import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PactToolingError, refuseEmpty, variable } from '@pact-workshop/broker-client';
import { ciBuild, type CiBuild } from './ci.ts';
import { gitState, refuseUnreadable, uncommittedTree, type GitState } from './git.ts';

/** The version and branch under which contracts and results are published. */
export interface BuildInfo {
  /** The commit's full SHA (in a pull request, that of its head), the version of an uncommitted state, the package's version, or what was given. */
  readonly version: string;
  /** Undefined if nothing provides one, as in the build of a tag. */
  readonly branch: string | undefined;
  /** URL of the CI build's page; undefined outside of a CI. */
  readonly buildUrl: string | undefined;
}

/** Options of {@link buildInfo}. */
export interface BuildInfoOptions {
  /** Takes precedence over everything that is detected. */
  readonly version?: string | undefined;
  /** Likewise. */
  readonly branch?: string | undefined;
  /** Likewise, a URL. */
  readonly buildUrl?: string | undefined;
  /** The caller's name for the option with the version, for advice; `"version"` by default. */
  readonly versionOption?: string | undefined;
  /** Path of a directory in the work tree or package; the current one by default. */
  readonly cwd?: string | undefined;
  /** The variables; those of the process by default. */
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/** How many digits of a commit and of a tree make the version of an uncommitted state. */
const digits = 10;

/**
 * Detects version and branch: from the options, else `VERSION_COMMIT` and `VERSION_BRANCH`, else the CI's variables,
 * else git, else the package's version. A commit that is not the build's has no branch, unless it is given. The version of a work tree with uncommitted changes depends on its content,
 * also before the first commit: the same content always has the same version, and other content never causes "cannot
 * change the content of the pact".
 * @returns version, branch and the URL of the build
 * @example
 * ```ts
 * import { buildInfo, createVersionTag } from '@pact-workshop/pact-tooling';
 *
 * const { version, branch } = buildInfo();
 * await createVersionTag({ pacticipant: 'UserService', version, tags: [branch ?? 'no-branch'] });
 * ```
 * @throws {@link EmptyValueError} if a given value is empty
 * @throws {@link PactToolingError} if nothing provides a version, or git refuses to read the work tree
 */
export function buildInfo(options: BuildInfoOptions = {}): BuildInfo {
  const { cwd = process.cwd(), env = process.env, versionOption = '"version"' } = options;
  refuseEmpty({ version: options.version, branch: options.branch, 'URL of the build': options.buildUrl });
  const given = {
    version: options.version?.trim() ?? variable(env, 'VERSION_COMMIT'),
    branch: options.branch?.trim() ?? variable(env, 'VERSION_BRANCH'),
  };
  const ci = ciBuild(env, cwd);
  const git = given.version !== undefined && given.branch !== undefined ? undefined : gitState(cwd);
  const version = given.version ?? ci?.commit ?? gitVersion(git, cwd, versionOption) ?? packageVersion(cwd);
  if (version === undefined) {
    throw new PactToolingError(
      `Can't determine the version of ${cwd}: there is no git commit, and no package.json with a version. ` +
        `Name it with ${versionOption} or VERSION_COMMIT.`,
    );
  }
  return {
    version,
    branch: given.branch ?? (isOf(version, ci) ? ci?.branch : undefined) ?? git?.branch,
    buildUrl: options.buildUrl ?? ci?.buildUrl,
  };
}

/**
 * Whether the CI's branch is that of a version. A given commit may be another than the build's, as in a build that the
 * broker's webhook starts for an older commit; on the build's branch it would become the newest version. In a pull
 * request the build is a merge, and the branch that of the commit.
 */
function isOf(version: string, ci: CiBuild | undefined): boolean {
  const isAnotherCommit = /^[\da-f]{40}$/.test(version) && ci?.commit !== undefined && version !== ci.commit;
  return !isAnotherCommit || ci.isPullRequest;
}

/** The commit, or a version that depends on the content if there are uncommitted changes. */
function gitVersion(git: GitState | undefined, cwd: string, versionOption: string): string | undefined {
  if (!git) {
    refuseUnreadable(cwd);
    return undefined;
  }
  const tree = uncommittedTree(cwd, versionOption);
  if (tree === undefined) return git.commit;
  const content = tree.slice(0, digits);
  return git.commit === undefined
    ? `uncommitted-${content}`
    : `${git.commit.slice(0, digits)}-dirty-${content}`;
}

function packageVersion(cwd: string): string | undefined {
  for (let directory = cwd; ; directory = dirname(directory)) {
    try {
      const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
        version?: unknown;
      };
      if (typeof version === 'string') return version;
    } catch {
      // no readable package.json here: look further up
    }
    if (directory === dirname(directory)) return undefined;
  }
}
