import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import {
  expectedOutcome,
  follow,
  missingPrograms,
  outcome,
  page,
  shellEnvironment,
  top,
} from '../test/reader.ts';
import { bashOf } from './section-blocks.ts';

/** Keeps the gems between runs. */
const cache = join(top, 'node_modules/.cache/documents-ruby');
const env = shellEnvironment([], { BUNDLE_PATH: join(cache, 'gems') });

/** Installs the gems as the page says, where that was not done before. */
function missingGems(): string | undefined {
  mkdirSync(cache, { recursive: true });
  const [installation = ''] = bashOf(page, 'With Ruby');
  const { status, stderr, stdout } = spawnSync('bash', ['-c', `set -e\n${installation}`], {
    cwd: cache,
    env,
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `The gems can't be installed: ${`${stdout}${stderr}`.slice(-500)}`;
}

const missing = missingPrograms(['curl', 'jq', 'python3', 'ruby', 'bundle']) ?? missingGems();

describeUnless(missing)('"Use the broker from any language" leads', () => {
  test('with Ruby to a contract, a result, a deployment and an answer', async () => {
    await using broker = await startBroker();
    const said = await follow('With Ruby', broker, env);
    expect(await outcome(broker)).toMatchObject(expectedOutcome);
    expect(said).toContain('Computer says yes');
  }, 120_000);
});
