import { short } from '../report/console.ts';
import type { Finding } from './judge.ts';
import type { Failed, Plan } from './run.ts';

/** A history with the differences that it shows, and what repeats it. */
export function told({ history, findings, path }: Failed, plan: Plan): string {
  const kinds = Map.groupBy(findings, ({ kind }) => kind);
  return [
    `After these operations (${plan.name}, seed ${plan.seed}, path ${path}):`,
    ...history.operations.map((operation) => `  ${JSON.stringify(operation)}`),
    ...[...kinds.values()].flatMap(([first]) => (first === undefined ? [] : [shown(first)])),
  ].join('\n');
}

function shown({ answered: { step }, difference }: Finding): string {
  const body = step.body === undefined ? '' : ` ${JSON.stringify(step.body)}`;
  return [
    `${step.row}: ${step.method} ${step.path}${body}`,
    `    ${difference.place}`,
    `      official: ${short(difference.official)}`,
    `      embedded: ${short(difference.embedded)}`,
  ].join('\n');
}
