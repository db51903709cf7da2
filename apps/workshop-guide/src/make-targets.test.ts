import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { layOutStart, loadCourse, projectRoot } from './course/index.ts';
import { runCommand, runProgram } from './processes/index.ts';

describe('The make targets of the playground', () => {
  let playground: string;
  beforeAll(async () => {
    playground = realpathSync(mkdtempSync(join(tmpdir(), 'make-targets-')));
    await layOutStart(await loadCourse(join(projectRoot, 'workshop')), 1, playground);
  });
  afterAll(() => rmSync(playground, { recursive: true }));

  const run = (command: string) => runCommand(playground, command, { env: { PACT_BROKER_PORT: '0' } });
  const targetsIn = (help: string) => help.split('\n').filter(Boolean);

  it('are those of the project’s workflow, and "try", each listed once', async () => {
    const { output } = await run('make help');
    const project = targetsIn((await runProgram('make', ['help'], { cwd: projectRoot })).stdout);
    const [first, ...shared] = targetsIn(output);
    expect(first).toContain('make try ');
    expect(shared.filter((target) => !project.includes(target))).toEqual([]);
    expect(shared).toContainEqual(expect.stringContaining('make deploy-consumer '));
    expect(new Set(shared).size).toBe(shared.length);
  });

  const name = 'the "test"; touch injected; `touch injected`';
  it.each([
    ['deploy-consumer', `There is no environment "${name}"`],
    ['record-deploy-provider', 'has no version'],
  ])(
    'pass the name of an environment on as one argument, and run nothing of it: %s',
    async (target, message) => {
      const { output } = await run(`make ${target} TO='${name}'`);
      expect(output).toContain(message);
      expect(output).not.toContain('too many arguments');
      expect(existsSync(join(playground, 'injected'))).toBe(false);
    },
  );

  it('verify the provider without a broker until lesson 11 introduces it', async () => {
    expect((await run('make -n provider')).output).not.toContain('embedded-broker');
    const test = 'apps/user-service/src/user-service.pact.test.ts';
    expect(readFileSync(join(projectRoot, test), 'utf8')).toContain('PUBLISH_RESULTS');
    await run(`mkdir -p apps/user-service/src && cp ${join(projectRoot, test)} ${test}`);
    expect((await run('make -n provider')).output).toContain('PUBLISH_RESULTS=true embedded-broker');
  });
});
