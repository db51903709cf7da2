/**
 * Numbers the rows of a network anew, from 1 in the order of the rows: in the CSV of groups and relationships
 * (`id,name,1,1,0,order,connected id…`) ids are those of a broker's database, padded with zeros.
 */
export function renumber(csv: string): string {
  const rows = csv.split('\n').map((row) => row.split(','));
  const ids = new Map(rows.flatMap(([id], index) => (id ? [[Number(id), String(index + 1)] as const] : [])));
  return rows
    .map((cells) =>
      cells.map((cell, column) => (column === 0 || column > 5 ? newId(cell, ids) : cell)).join(','),
    )
    .join('\n');
}

const newId = (cell: string, ids: ReadonlyMap<number, string>): string =>
  cell === '' ? '' : (ids.get(Number(cell)) ?? cell);
