import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import { runProgram, type CommandLine } from '../../../libs/embedded-broker/test/programs.ts';
import { projectFile } from '../src/files.ts';
import { lastStage } from '../src/image-stage.ts';
import { copyDistrolessBase, copyImageFiles, emptyRoot, missingForRoots } from './root-file-system.ts';
import { startBrokerProgram } from './running-broker.ts';

describeUnless(missingForRoots())('What the image holds, run as its container is', () => {
  const stage = lastStage(projectFile('Dockerfile'));
  let root: string;
  beforeAll(() => {
    root = emptyRoot();
    copyDistrolessBase(root);
    copyImageFiles(root, stage);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const inside = (words: readonly string[]): CommandLine => [
    'chroot',
    `--userspec=${stage.user}`,
    root,
    ...words,
  ];
  // As docker-compose.embedded.yml gives them where nobody sets them.
  const unset = {
    PACT_BROKER_BASIC_AUTH_USERNAME: '',
    PACT_BROKER_BASIC_AUTH_PASSWORD: '',
    PACT_BROKER_BASE_URLS: '',
  };
  const surroundings = (port: string) => ({
    cwd: '/',
    env: { PATH: process.env['PATH'], ...stage.env, ...unset, PACT_BROKER_PORT: port },
  });
  const start = () => startBrokerProgram(inside([...stage.entrypoint, ...stage.command]), surroundings('0'));
  const health = (port: string) => runProgram(inside(stage.healthCheck), surroundings(port));

  it('answers, is well until it is stopped, and keeps its data in the volume', async () => {
    for (const count of [0, 1]) {
      await using broker = await start();
      const { port } = new URL(broker.url);
      const list = (await (await fetch(`${broker.url}/pacticipants`)).json()) as { pacticipants: unknown[] };
      expect(list.pacticipants).toHaveLength(count);
      const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' };
      expect((await fetch(`${broker.url}/pacticipants/A/versions/1`, put)).ok).toBe(true);
      expect(await health(port)).toMatchObject({ code: 0, stderr: '' });
      broker.process.kill(stage.stopSignal as NodeJS.Signals);
      expect(await broker.end()).toEqual([0, null]);
      expect(await health(port)).toMatchObject({ code: 1, stdout: '' });
    }
    const [volume = ''] = stage.volumes;
    expect(readdirSync(join(root, volume))).toEqual(['pact-broker.sqlite']);
    expect(statSync(join(root, volume, 'pact-broker.sqlite')).uid).toBe(Number(stage.user.split(':')[0]));
    expect(readdirSync(join(root, 'tmp'))).toEqual([]);
  });
});
