import { delimiter } from 'node:path';

/** What a user's shell does not have of this process's environment. */
const ours = /^(PACT_|VERSION_|NODE_OPTIONS$|npm_|CI$|FORCE_COLOR$)/i;

/**
 * The environment of a user: with no Node of this checkout, no broker, and no settings of npm.
 * @param first folders that come first in PATH
 */
export function userEnvironment(first: readonly string[] = []): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    PATH: [...first, ...path].join(delimiter),
    PACT_DO_NOT_TRACK: 'true',
    NO_COLOR: '1',
  };
}
