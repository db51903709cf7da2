/** What a command of the playground may see of the environment that a learner's shell has too. */
const passedOn = [
  'PATH',
  'HOME',
  'USER',
  'SHELL',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'NODE_EXTRA_CA_CERTS',
  'NO_PROXY',
  'no_proxy',
  // For whoever has another program on the broker's usual port.
  'PACT_BROKER_PORT',
] as const;

/**
 * The environment for commands of the playground. Only what is listed is passed on: variables of a CI, of a `make`
 * around us or of git's hooks would change what a command does, and so what a lesson shows.
 * @param more variables to add
 */
export function commandEnvironment(
  env: NodeJS.ProcessEnv,
  more: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const kept = passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(kept), FORCE_COLOR: '0', ...more };
}
