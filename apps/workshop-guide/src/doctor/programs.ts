import { runProgram } from '../processes/index.ts';
import type { Finding } from './finding.ts';

/** First major version of Node that Pact and the workshop's own code run on. */
const neededNode = 24;

/** The Node that runs us: it should be the one that the project brings along. */
export function checkNode(version: string, execPath: string): Finding {
  const found = `${version} (${execPath})`;
  if (Number.parseInt(version.slice(1), 10) >= neededNode) return { name: 'Node', state: 'good', found };
  return {
    name: 'Node',
    state: 'bad',
    found,
    advice: `Node ${neededNode} comes with the project: run "make install", then "npx workshop doctor" in the project's folder.`,
  };
}

/** git, as new as making the playground's repository needs it: with `--initial-branch`. */
export async function checkGit(): Promise<Finding> {
  const install = 'Install git 2.28 or newer: the playground is a repository of its own.';
  return judgeGit(await checkProgram('git', install), install);
}

/** @param advice what to do where git is too old */
export function judgeGit(finding: Finding, advice: string): Finding {
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(finding.found) ?? [];
  const isOld = Number(major) < 2 || (Number(major) === 2 && Number(minor) < 28);
  return isOld ? { ...finding, state: 'bad', advice } : finding;
}

/** Whether a program that the lessons use can be started, and which version it is. */
export async function checkProgram(name: string, advice: string): Promise<Finding> {
  try {
    const { stdout } = await runProgram(name, ['--version']);
    return { name, state: 'good', found: stdout.split('\n')[0] ?? '' };
  } catch (error) {
    return { name, state: 'bad', found: (error as Error).message.split('\n')[0] ?? '', advice };
  }
}
