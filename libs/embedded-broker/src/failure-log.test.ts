import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

it('A broker without a logger tells failures alone, on standard error', () => {
  const script = `
    const { failureLog } = await import(${JSON.stringify(new URL('failure-log.ts', import.meta.url).href)});
    const log = failureLog();
    log.info({ status: 200 }, 'answered');
    log.error({ err: new Error('the cause') }, 'failed');
    log.error({}, 'failed again');`;
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval'];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, script], { encoding: 'utf8' });
  expect(stdout).toBe('');
  const records = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(records).toMatchObject([{ msg: 'failed', err: { message: 'the cause' } }, { msg: 'failed again' }]);
});
