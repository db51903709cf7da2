export { rows, type Row, type RowId } from './rows.ts';
