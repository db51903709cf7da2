export interface TextTableOptions {
  /** The text between two columns; two spaces by default. */
  readonly separator?: string;
  /** The text between the dashes of two columns in the line below the header; without it there is no such line. */
  readonly ruleSeparator?: string;
  /** Whether a column, counted from 0, is aligned to the right; by default none is. */
  readonly isRightAligned?: (column: number) => boolean;
}

/** A table as text, in columns of equal width. Lines have no spaces at the end. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { separator = '  ', ruleSeparator, isRightAligned = () => false }: TextTableOptions = {},
): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, i) => (isRightAligned(i) ? (row[i] ?? '').padStart(width) : (row[i] ?? '').padEnd(width)))
      .join(separator)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(ruleSeparator);
  return [line(header), ...(ruleSeparator === undefined ? [] : [rule]), ...rows.map(line)].join('\n');
}
