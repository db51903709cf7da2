import { describe, expect, it } from '@jest/globals';
import { planDeployments } from './missing-deployments.ts';

/** `1 2*`: version 1 was deployed, then 2, which still is. */
const deployments = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ version: one.replace('*', ''), isCurrent: one.endsWith('*') }));

describe('Deployments to record', () => {
  it.each([
    ['nothing', '', '', [], 0],
    ['the same', '1 2*', '1 2*', [], 0],
    ['a history', '1 2*', '', ['deploy 1', 'deploy 2'], 0],
    ['a continued history', '1 2*', '1*', ['deploy 2'], 0],
    ['an ended deployment', '1 2', '1 2*', ['undeploy 2'], 0],
    ['an ended history', '1 2', '', ['deploy 1', 'deploy 2', 'undeploy 2'], 0],
    ['the same version again', '1 1*', '', ['deploy 1', 'undeploy 1', 'deploy 1'], 0],
    ['the same version again, in a later run', '1 1*', '1*', ['undeploy 1', 'deploy 1'], 0],
    ['a deployment that only the target has', '', '3*', ['undeploy 3'], 0],
    ['a replacement without its history', '3*', '1 2*', ['deploy 3'], 0],
    ['a deployment before those of the target', '1 2*', '2*', [], 1],
  ])('%s', (_, source, target, steps, lost) => {
    const plan = planDeployments(deployments(source), deployments(target));
    expect(plan.steps.map(({ action, version }) => `${action} ${version}`)).toEqual(steps);
    expect(plan.lost).toBe(lost);
  });
});
