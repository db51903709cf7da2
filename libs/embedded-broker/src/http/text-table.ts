/**
 * A table as text: columns as wide as their widest cell, a line below the header.
 * @param rows cells in the order of the header; without rows the table says that there is no data
 */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'No data.';
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ');
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return [line(header), rule, ...rows.map(line)].join('\n');
}
