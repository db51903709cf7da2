type Cells = readonly string[];

/** A table in Markdown. */
export function table(header: Cells, lines: readonly Cells[]): string {
  return [row(header), row(header.map(() => '---')), ...lines.map(row)].join('\n');
}

/** The same with columns that stand below each other, as Prettier has them in a page that people also write in. */
export function alignedTable(header: Cells, lines: readonly Cells[]): string {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...lines].map((cells) => escaped(cells[column] ?? '').length)),
  );
  const aligned = (cells: Cells) => cells.map((cell, column) => pad(cell, widths[column] ?? 0));
  return [
    row(aligned(header)),
    row(widths.map((width) => '-'.repeat(width))),
    ...lines.map((cells) => row(aligned(cells))),
  ].join('\n');
}

const row = (cells: Cells): string => `| ${cells.map(escaped).join(' | ')} |`;

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');

const pad = (cell: string, width: number): string => cell + ' '.repeat(width - escaped(cell).length);
