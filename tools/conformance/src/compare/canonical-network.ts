/**
 * The rows of a network, sorted by name and numbered from 1: in the CSV of groups and relationships
 * (`id,name,1,1,0,order,connected id…`) ids are those of a broker's database, padded with zeros, and the order of the
 * rows is no promise: PostgreSQL gives them as it finds them.
 */
export function canonicalNetwork(csv: string): string {
  const rows = csv
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split(','))
    .sort(([, one = ''], [, other = '']) => (one < other ? -1 : one > other ? 1 : 0));
  const ids = new Map(rows.map(([id], index) => [Number(id), String(index + 1)]));
  return rows
    .map(([id = '', name, ...rest]) => {
      const [fixed, connected] = [rest.slice(0, 3), rest.slice(4)];
      const newId = (id: string) => ids.get(Number(id)) ?? id;
      return `${[newId(id), name, ...fixed, newId(id), ...connected.map(newId).sort()].join(',')}\n`;
    })
    .join('');
}
