import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import { expectedOutcome, follow, missingPrograms, outcome, shellEnvironment, top } from '../test/reader.ts';

describeUnless(missingPrograms(['curl', 'jq', 'python3']))('"Use the broker from any language" leads', () => {
  test('with curl to a contract, a result, a deployment and an answer', async () => {
    await using broker = await startBroker();
    const said = await follow('With curl', broker, shellEnvironment([]));
    expect(await outcome(broker)).toMatchObject(expectedOutcome);
    expect(said).toContain(`${broker.url}/pacts/provider/Users/consumer/Shop/`);
    expect(said).toContain('1.0.0\t2.0.0\ttrue');
    expect(said).toContain('"staging"');
  }, 120_000);

  test('there with the Rust command line, too', async () => {
    await using broker = await startBroker();
    const env = shellEnvironment([join(top, 'node_modules/.bin')]);
    const said = await follow('With the Rust command line', broker, env);
    expect(await outcome(broker)).toMatchObject(expectedOutcome);
    expect(said).toContain('Computer says yes');
  }, 120_000);
});
