import { html, type Content } from '../html.ts';

export interface Column {
  readonly label: Content;
  /** Leave the column out of what can be sorted. */
  readonly fixed?: boolean;
  /** How the rows came sorted by this column. */
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

/**
 * A table. With scripts, a click on a header sorts it; a cell sorts by its `data-key`, else by a time in it, else by
 * its text.
 * @param caption says what the table holds, to whom can't see where it stands
 * @param rows `<tr>`s
 */
export function table(
  caption: string,
  columns: readonly (string | Column)[],
  rows: readonly Content[],
  { sortable = true } = {},
): Content {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class=${sortable ? 'sortable' : undefined}>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => {
            const { label, fixed, sorted }: Column = typeof column === 'string' ? { label: column } : column;
            return html`<th scope="col" aria-sort=${sorted} data-fixed=${fixed ? '' : undefined}>
              ${label}
            </th>`;
          })}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
