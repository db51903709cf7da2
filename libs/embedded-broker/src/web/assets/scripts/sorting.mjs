// The headers of `table.sortable` become buttons that sort its rows: up, then down.
// What was chosen for a table, by its caption: a live update brings the table anew.
const chosen = new Map();

const captionOf = (table) => table.caption?.textContent.trim() ?? '';

function keyOf(row, column) {
  const cell = row.cells[column];
  if (!cell) return '';
  return cell.dataset.key ?? cell.querySelector('time')?.dateTime ?? cell.textContent.trim();
}

const compare = new Intl.Collator('en', { numeric: true }).compare;

function sortBy(table, header, order) {
  for (const other of header.parentElement.cells) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', order);
  const column = header.cellIndex;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
    rows.sort((a, b) => (order === 'descending' ? compare(b.key, a.key) : compare(a.key, b.key)));
    body.append(...rows.map(({ row }) => row));
  }
}

function choose(table, header) {
  const order = header.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
  chosen.set(captionOf(table), { label: header.textContent.trim(), order });
  sortBy(table, header, order);
}

function makeSortable(part) {
  for (const table of part.querySelectorAll('table.sortable')) {
    for (const header of table.tHead.rows[0].cells) {
      if ('fixed' in header.dataset) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      button.addEventListener('click', () => choose(table, header));
      header.replaceChildren(button);
    }
    const known = chosen.get(captionOf(table));
    const header = [...table.tHead.rows[0].cells].find((cell) => cell.textContent.trim() === known?.label);
    if (header) sortBy(table, header, known.order);
  }
}

makeSortable(document);
document.addEventListener('replaced', ({ target }) => makeSortable(target));
