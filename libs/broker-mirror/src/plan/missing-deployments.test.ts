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
    ['one that goes on', '1 2*', '1*', ['deploy 2'], 0],
    ['one that ended', '1 2', '1 2*', ['undeploy 2'], 0],
    ['a history that ended', '1 2', '', ['deploy 1', 'deploy 2', 'undeploy 2'], 0],
    ['the same version again', '1 1*', '', ['deploy 1', 'undeploy 1', 'deploy 1'], 0],
    ['the same version again, after a stop', '1 1*', '1*', ['undeploy 1', 'deploy 1'], 0],
    ['one that the target never had', '', '3*', ['undeploy 3'], 0],
    ['a replacement whose history is not shown', '3*', '1 2*', ['deploy 3'], 0],
    ['history before what is there', '1 2*', '2*', [], 1],
  ])('%s', (_, source, target, steps, lost) => {
    const plan = planDeployments(deployments(source), deployments(target));
    expect(plan.steps.map(({ action, version }) => `${action} ${version}`)).toEqual(steps);
    expect(plan.lost).toBe(lost);
  });
});
