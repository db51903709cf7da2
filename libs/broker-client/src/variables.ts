/** The value of an environment variable, without white space around it; undefined if it is empty. */
export function variable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}
