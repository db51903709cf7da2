import { describe, expect, it } from '@jest/globals';
import { conclusionOf, nextStep } from './retry.ts';

const failed = { success: false, isRefused: false };

describe('After an attempt', () => {
  it.each([
    [{ success: true, isRefused: false }, 0, [10, 60], { status: 'success' }],
    [{ success: true, isRefused: false }, 2, [10, 60], { status: 'success' }],
    [failed, 0, [10, 60], { status: 'retrying', waitSeconds: 10 }],
    [failed, 1, [10, 60], { status: 'retrying', waitSeconds: 60 }],
    [failed, 2, [10, 60], { status: 'failure', attempts: 3 }],
    [failed, 0, [0], { status: 'retrying', waitSeconds: 0 }],
    [failed, 0, [], { status: 'failure', attempts: 1 }],
    [{ success: false, isRefused: true }, 0, [10, 60], { status: 'failure', attempts: 1 }],
    [{ success: false, isRefused: true }, 1, [10, 60], { status: 'failure', attempts: 2 }],
  ])('%j, after %i failed ones, with the schedule %j: %j', (attempt, failures, schedule, step) => {
    expect(nextStep(attempt, failures, schedule)).toEqual(step);
  });

  it.each([
    [{ status: 'success' }, 'Successfully executed webhook'],
    [{ status: 'retrying', waitSeconds: 60 }, 'Retrying webhook in 60 seconds'],
    [{ status: 'failure', attempts: 3 }, 'Webhook execution failed after 3 attempts'],
  ] as const)('the log ends: %j', (step, words) => expect(conclusionOf(step)).toBe(words));
});
