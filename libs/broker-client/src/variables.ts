/** What an environment variable holds, without the white space around it; an empty one counts as not set. */
export function variable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}
