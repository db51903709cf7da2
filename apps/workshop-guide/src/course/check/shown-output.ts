/** Stands for any number of lines that a text leaves out. */
const omission = /^\s*…\s*$/;

/** What differs from run to run and from machine to machine; the first that fits counts. */
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

/** A line without what is volatile, so that two runs can be compared. */
export function stable(line: string): string {
  return volatile.reduce((text, [pattern, name]) => text.replace(pattern, name), line.trimEnd());
}

/**
 * Compares what a text shows with what was printed: line by line from the first to the last, save where the text has
 * a line with nothing but `…`. Empty lines don't count, and neither does what is volatile.
 * @returns the first line that is not so; undefined when all is as shown
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
