/** Marks any number of omitted lines. */
const omission = /^\s*…\s*$/;

/** Parts that differ between runs and between machines. */
const volatile: readonly (readonly [RegExp, string])[] = [
  [/\([^()]* loading, [^()]* verification\)/g, '(<time>)'],
  [/ \(\d+(\.\d+)? m?s\)/g, ''],
  [/^Time: .*$/g, 'Time: <time>'],
  [/\[\d\d:\d\d:\d\d\.\d{3}\] (\w+) \(\d+\)/g, '[<time>] $1'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '<date>'],
  [/[0-9a-f]{10}-dirty-[0-9a-f]{10}/g, '<version>'],
  [/\b[0-9a-f]{40}\b/g, '<sha>'],
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>'],
  [/(127\.0\.0\.1|localhost):\d+/g, '$1:<port>'],
  // Older versions of make do not print file and line.
  [/\[[\w.]+:\d+: /g, '['],
];

/** A line without its volatile parts, so that two runs can be compared. */
export function stable(line: string): string {
  return volatile.reduce((text, [pattern, name]) => text.replace(pattern, name), line.trimEnd());
}

/**
 * Compares the output in a text with the output of a command, line by line from the first to the last, except where the
 * text has a line with only `…`. Empty lines and volatile parts are ignored.
 * @returns the first difference, as a sentence; undefined when there is none
 */
export function driftOf(shown: readonly string[], output: string): string | undefined {
  const printed = linesOf(output.split('\n'));
  let next = 0;
  let skip = false;
  for (const line of linesOf(shown)) {
    if (omission.test(line)) {
      skip = true;
      continue;
    }
    const found = printed.indexOf(line, next);
    if (found < 0 && skip) return `"${line}" is shown, but not printed.`;
    if (found < 0 || (!skip && found !== next))
      return `"${line}" is shown ${next < printed.length ? `where "${printed[next]}" is printed` : 'after the last line that is printed'}.`;
    next = found + 1;
    skip = false;
  }
  return skip || next === printed.length
    ? undefined
    : `"${printed[next]}" is printed after the last line that is shown.`;
}

function linesOf(lines: readonly string[]): string[] {
  return lines.map(stable).filter((line) => line !== '');
}
