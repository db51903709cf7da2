/** The variables of the learner's shell that are passed on to commands of the playground. */
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
  // For machines where another program uses the broker's default port.
  'PACT_BROKER_PORT',
] as const;

/**
 * The environment for commands of the playground. Only the listed variables are passed on: variables of a CI, of an
 * enclosing `make` or of git's hooks would change the output of a command, and so what a lesson shows.
 * @param more variables to add
 */
export function commandEnvironment(
  env: NodeJS.ProcessEnv,
  more: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const kept = passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(kept), FORCE_COLOR: '0', ...more };
}
