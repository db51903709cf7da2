// The headers of `table.sortable` become buttons that sort its rows: up, then down.
function keyOf(row, column) {
  const cell = row.cells[column];
  if (!cell) return '';
  return cell.dataset.key ?? cell.querySelector('time')?.dateTime ?? cell.textContent.trim();
}

const compare = new Intl.Collator('en', { numeric: true }).compare;

function sortBy(table, header) {
  const descending = header.getAttribute('aria-sort') === 'ascending';
  for (const other of header.parentElement.cells) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  const column = header.cellIndex;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
    rows.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
    body.append(...rows.map(({ row }) => row));
  }
}

for (const table of document.querySelectorAll('table.sortable')) {
  for (const header of table.tHead.rows[0].cells) {
    if ('fixed' in header.dataset) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => sortBy(table, header));
    header.replaceChildren(button);
  }
}
