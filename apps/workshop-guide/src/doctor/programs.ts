import { runProgram } from '../processes/index.ts';
import type { Finding } from './finding.ts';

/** The first major version of Node that Pact and the workshop's own code support. */
const neededNode = 24;

/** Checks the version of Node that runs this process; the project installs a supported one. */
export function checkNode(version: string, execPath: string): Finding {
  const found = `${version} (${execPath})`;
  if (Number.parseInt(version.slice(1), 10) >= neededNode) return { name: 'Node', state: 'good', found };
  return {
    name: 'Node',
    state: 'bad',
    found,
    advice: `The project installs Node ${neededNode}: run "make install", then "npx workshop doctor" in the project's folder.`,
  };
}

/** Checks for git with `init --initial-branch`, which creates the playground's repository. */
export async function checkGit(): Promise<Finding> {
  const install = 'Install git 2.28 or newer: the playground is a repository of its own.';
  return judgeGit(await checkProgram('git', install), install);
}

/** @param advice for a git that is too old */
export function judgeGit(finding: Finding, advice: string): Finding {
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(finding.found) ?? [];
  const isOld = Number(major) < 2 || (Number(major) === 2 && Number(minor) < 28);
  return isOld ? { ...finding, state: 'bad', advice } : finding;
}

/** Checks whether a program that the lessons use can be started, and finds its version. */
export async function checkProgram(name: string, advice: string): Promise<Finding> {
  try {
    const { stdout } = await runProgram(name, ['--version']);
    return { name, state: 'good', found: stdout.split('\n')[0] ?? '' };
  } catch (error) {
    return { name, state: 'bad', found: (error as Error).message.split('\n')[0] ?? '', advice };
  }
}
