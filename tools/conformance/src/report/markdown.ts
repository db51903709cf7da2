import { release } from '@pact-workshop/official-broker';
import type { ComparedDifference } from '../accepted-differences/accepted-difference.ts';
import { rows } from '../api/index.ts';
import { commands } from '../cli/command.ts';
import type { Outcome } from '../compare/judge.ts';
import { rowState, type RowState } from './row-state.ts';
import { table } from './table.ts';

const head = `# The official broker's API, and what the embedded broker does with it

Written by \`make conformance\`, which asks the official broker (${release}, on PostgreSQL) and this one the same questions and
compares every answer: status, media type, headers, keys and values. Change \`tools/conformance\`, not this page.

- **same**: no answer differs.
- **differs**: some answers differ on purpose; the numbers name the reasons [below](#what-differs-on-purpose).
- **missing**: the route is not there.
`;

/** docs/broker-api.md: a line for each row of the API and each command, with what the comparison found. */
export function markdown(outcomes: readonly Outcome[], accepted: readonly ComparedDifference[]): string {
  const result = (row: string) => shown(rowState(row, outcomes, accepted), accepted);
  const count = (kind: RowState['kind']) =>
    rows.filter(([id]) => rowState(id, outcomes, accepted).kind === kind).length;
  return `${head}
## HTTP

A: what pipelines live on. B: pages, badges, deletes, webhooks by side. C: rare or legacy.
${count('same')} of ${rows.length} rows are the same, ${count('accepted')} differ on purpose, ${count('missing')} are missing.

${table(
  ['row', 'request', 'what for', 'answers compared', 'result'],
  rows.map(([id, route, purpose]) => [
    id,
    `\`${route}\``,
    purpose,
    String(rowState(id, outcomes, accepted).steps),
    result(id),
  ]),
)}

## The official command lines

\`pact-broker\` and \`pact-verifier\` of \`@pact-foundation/pact-cli\`: exit code and output.

${table(
  ['command', 'calls compared', 'result'],
  commands.map((name) => [`\`${name}\``, String(rowState(name, outcomes, accepted).steps), result(name)]),
)}

## What differs on purpose

The same list with more about each: [Where it differs, and why](broker.md#where-it-differs-and-why).

${table(
  ['', 'subject', 'why', 'seen in'],
  accepted.map(({ subject, why, seen }, index) => [
    String(index + 1),
    subject,
    why,
    [...new Set(seen.map(({ row }) => row))].join(', '),
  ]),
)}
`;
}

function shown({ kind, reasons }: RowState, accepted: readonly ComparedDifference[]): string {
  const numbers = reasons
    .map((reason) => `[${accepted.indexOf(reason) + 1}](#what-differs-on-purpose)`)
    .join(', ');
  if (kind === 'accepted') return `differs: ${numbers}`;
  if (kind === 'differs') return '**differs, not on purpose**';
  return kind;
}
