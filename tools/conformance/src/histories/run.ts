import * as fc from 'fast-check';
import { compare, type Answered, type Brokers } from './compare.ts';
import { subjectOf, type History } from './history.ts';
import { findings, type Finding } from './judge.ts';

/** Histories of one kind, which follow from a seed. */
export interface Plan {
  readonly name: string;
  readonly histories: fc.Arbitrary<History>;
  readonly count: number;
  readonly seed: number;
  /** Whether it is cheap to run one of them again and again, to make it smaller. */
  readonly shrinks: boolean;
}

/** A history after which the brokers answered differently. */
export interface Failed {
  readonly history: History;
  readonly findings: readonly Finding[];
  /** Leads fast-check to it, with the plan's seed. */
  readonly path: string;
}

/** What came of a plan. */
export interface Result {
  readonly plan: Plan;
  readonly answers: number;
  readonly operations: number;
  readonly failed: readonly Failed[];
}

/** How many histories run side by side: the official broker has five threads, of which one computes at a time. */
const sideBySide = 3;
/** After how many histories a line says how far it is. */
const told = 100;

let made = 0;

/** Runs a history under names that nothing has had before. */
export function run(history: History, brokers: Brokers): Promise<readonly Answered[]> {
  const prefix = `r${++made}-`;
  return compare(
    subjectOf(history, (name) => prefix + name),
    brokers,
  );
}

/** Runs all histories of a plan. */
export async function runAll(plan: Plan, brokers: Brokers): Promise<Result> {
  const histories = fc.sample(plan.histories, { ...plan, numRuns: plan.count, unbiased: true });
  const failed: Failed[] = [];
  let [answers, done] = [0, 0];
  const waiting = histories.entries();
  const work = async () => {
    for (const [index, history] of waiting) {
      const answered = await run(history, brokers);
      answers += answered.length;
      const found = findings(answered);
      if (found.length > 0) failed.push({ history, findings: found, path: String(index) });
      if (++done % told === 0 && done < plan.count) console.log(`  ${plan.name}: ${done} of ${plan.count}`);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  const operations = histories.reduce((sum, history) => sum + history.operations.length, 0);
  console.log(
    `  ${plan.name}: ${plan.count} with ${operations} operations, ${answers} answers compared; ${failed.length} differ`,
  );
  return { plan, answers, operations, failed };
}
