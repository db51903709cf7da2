/** A line of the table; all times are in milliseconds. */
export interface Line {
  readonly name: string;
  readonly tookMs: number;
  readonly statuses?: ReadonlySet<number>;
  readonly p99Ms?: number;
  /** How late the asking process was itself. */
  readonly lateMs?: number;
  /** What the goal is about. */
  readonly maxMs: number;
  readonly goalMs: number;
}

const cell = (text: string) => text.padStart(9);
const nameWidth = 34;

export const heading = [
  'while this is asked'.padEnd(nameWidth),
  ...['answer', 'took, ms', 'late, ms', 'p99, ms', 'max, ms', 'goal, ms'].map(cell),
  '  verdict',
].join('');

export function line({ name, tookMs, statuses, lateMs, p99Ms, maxMs, goalMs }: Line): string {
  return [
    name.padEnd(nameWidth),
    cell([...(statuses ?? [])].join(', ')),
    cell(tookMs.toFixed(0)),
    cell(lateMs?.toFixed(1) ?? ''),
    cell(p99Ms?.toFixed(1) ?? ''),
    cell(maxMs.toFixed(1)),
    cell(goalMs.toFixed(0)),
    maxMs > goalMs ? '  missed' : '  reached',
  ].join('');
}
