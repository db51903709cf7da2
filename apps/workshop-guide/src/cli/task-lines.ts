import type { Task } from '../course/index.ts';
import {
  byInteraction,
  failureExcerpt,
  notDoneReason,
  type Comparison,
  type InteractionFindings,
} from '../findings/index.ts';
import type { TaskResult } from '../progress/index.ts';
import { styled } from './print.ts';

/** A task that was checked: whether it is done, and if not, Pact's mismatches or an excerpt of the output. */
export function taskLines(task: Task, result: TaskResult): string[] {
  const seconds = `${(result.durationMs / 1000).toFixed(1)} s`;
  const how = styled('dim', `${task.command}, ${seconds}`);
  if (result.done) {
    const red = task.after.passes ? '' : ' (fails, as expected here)';
    const notes = (result.leftOver ?? []).map((note) => `    ${styled('dim', note)}`);
    return [`  ${styled('green', '✔')} ${task.title}${red}  ${how}`, ...notes];
  }
  const why =
    result.mismatches.length > 0
      ? byInteraction(result.mismatches).flatMap(findingLines)
      : excerptLines(result);
  return [
    `  ${styled('red', '✘')} ${task.title}  ${how}`,
    `    ${notDoneReason(task, result)}`,
    ...firstLines(task),
    ...why,
  ];
}

/** A task that was not checked in this run. */
export function openTaskLines(task: Task, result: TaskResult | undefined): string[] {
  if (result?.done) return [`  ${styled('green', '✔')} ${task.title}`];
  return [`  ${styled('dim', '·')} ${task.title}  ${styled('dim', task.command)}`, ...firstLines(task)];
}

/** The commands that the learner has to run before the task. */
function firstLines({ runFirst = [] }: Task): string[] {
  return runFirst.length === 0 ? [] : [`    First run in playground/: ${runFirst.join(', then ')}`];
}

function findingLines({ interaction, states, mismatches }: InteractionFindings): string[] {
  const given = states.length === 0 ? '' : ` (given ${states.join(', ')})`;
  return [`    ${interaction}${given}`, ...mismatches.flatMap(comparisonLines)];
}

function comparisonLines({ where, expected, actual, description }: Comparison): string[] {
  if (expected === undefined || actual === undefined) return [`      ${where}: ${description}`];
  return [
    `      ${where}`,
    ...valueLines('green', 'expected', expected),
    ...valueLines('red', 'actual  ', actual),
  ];
}

function valueLines(colour: 'green' | 'red', name: string, value: string): string[] {
  return value
    .split('\n')
    .map((line, index) => `        ${index === 0 ? name : ' '.repeat(name.length)}  ${styled(colour, line)}`);
}

function excerptLines({ output }: TaskResult): string[] {
  return failureExcerpt(output)
    .split('\n')
    .map((line) => `      ${line}`);
}
