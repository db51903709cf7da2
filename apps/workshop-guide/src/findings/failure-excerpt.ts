/** Maximum number of lines; the rest is in the full output. */
const maxLines = 14;

/** Lines without information about the reason: stack traces, and the summary of make. */
const noise = /^\s+at .+:\d+:\d+\)?$|^make: \*\*\*/;

/**
 * The lines of a command's output that show why it failed: Jest's report of the first failed test, or the end of the
 * output.
 */
export function failureExcerpt(output: string): string {
  const lines = output
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => !noise.test(line));
  const first = lines.findIndex((line) => /^\s*● /.test(line));
  if (first < 0)
    return lines
      .filter((line) => line !== '')
      .slice(-maxLines)
      .join('\n');
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => /^\s*● |^Test Suites:/.test(line));
  const block = [lines[first] ?? '', ...(end < 0 ? rest : rest.slice(0, end))];
  return block.slice(0, maxLines).join('\n').trimEnd();
}
