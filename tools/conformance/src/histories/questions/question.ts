import type { Step } from '../../http/step.ts';
import type { Names } from '../world.ts';

/** A question to both brokers after a history, in the history's names. */
export type Question = (names: Names) => Step;
