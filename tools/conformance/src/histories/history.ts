import * as fc from 'fast-check';
import type { Subject } from '../http/step.ts';
import { keepingEnvironments } from './environment-steps.ts';
import { operationSteps } from './operation-steps.ts';
import { operation, type Operation } from './operation.ts';
import { openQuestion, plainQuestions, question, type Question } from './questions/index.ts';
import type { Names } from './world.ts';

/** Operations, and what is asked after some of them. */
export interface History {
  readonly operations: readonly Operation[];
  /** Asked when all is done. */
  readonly questions: readonly Question[];
  /** Asked after every so many operations, too. */
  readonly askedEvery: number;
}

/** Some operations, then some questions. It is made smaller by leaving out some of both. */
export const shortHistory: fc.Arbitrary<History> = fc.record({
  operations: fc.array(fc.noShrink(operation), { minLength: 1, maxLength: 24, size: 'max' }),
  questions: fc.array(fc.noShrink(question), { minLength: 1, maxLength: 24, size: 'max' }),
  askedEvery: fc.constant(Infinity),
});

/** So many operations; after every few of them all plain questions are asked, and 60 of the open ones. */
export const longHistory = (length: number, askedEvery: number): fc.Arbitrary<History> =>
  fc.record({
    operations: fc.array(fc.noShrink(operation), { minLength: length, maxLength: length }),
    questions: fc
      .array(fc.noShrink(openQuestion), { minLength: 60, maxLength: 60 })
      .map((open) => [...plainQuestions, ...open]),
    askedEvery: fc.constant(askedEvery),
  });

/** The requests of a history. */
export function subjectOf({ operations, questions, askedEvery }: History, names: Names): Subject {
  const asked = questions.map((one) => one(names));
  const done = operationSteps(operations, names).flatMap((steps, index) => [
    ...steps,
    ...((index + 1) % askedEvery === 0 ? asked : []),
  ]);
  const asksLast = operations.length % askedEvery !== 0;
  return { name: names(''), steps: [keepingEnvironments, ...done, ...(asksLast ? asked : [])] };
}
