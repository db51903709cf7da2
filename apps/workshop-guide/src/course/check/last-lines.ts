/** The last lines of an output, which usually contain the reason. */
export function lastLines(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-30);
  return `\n${lines.map((line) => `    | ${line}`).join('\n')}`;
}
