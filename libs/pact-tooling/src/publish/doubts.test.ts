import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { commandLine } from '../../test/command-line.ts';
import { pact, temporaryDirectory } from '../../test/pact-fixtures.ts';
import { publishPacts } from './index.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker();
});
afterAll(async () => {
  await broker[Symbol.asyncDispose]();
});

/** Publishes the pacts of a directory; returns the warnings. */
async function warningsFor(dir: string): Promise<string[]> {
  const { notices, pacts } = await publishPacts({ broker: broker.url, dir, version: '1' });
  expect(pacts).toHaveLength(1);
  return notices.filter(({ type }) => type === 'warning').map(({ text }) => text);
}

describe('Publishing contracts that nobody wants as they are', () => {
  it('says nothing of others', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('pact.json', pact([{ description: 'one', body: { a: 1 } }], { provider: 'A' }));
    await expect(warningsFor(directory.path)).resolves.toEqual([]);
  });

  it('warns of random descriptions, and publishes the bytes as they are', async () => {
    await using directory = await temporaryDirectory();
    // As pact-msw-adapter 3.0.1 writes it with msw 2.15.0.
    const text =
      '{"consumer":{"name":"C"},"provider":{"name":"P"},"interactions":[{"description":"7ed9fc38651dd8",' +
      '"providerState":"","request":{"method":"GET","path":"/users/1","headers":{}},"response":{"status":200,' +
      '"headers":{"content-type":"application/json"},"body":{"id":1.0,"n":12345678901234567890}}}],"metadata":' +
      '{"pactSpecification":{"version":"2.0.0"},"client":{"name":"pact-msw-adapter","version":"3.0.1"}}}';
    const file = await directory.write('C-P.json', text);
    const warnings = await warningsFor(directory.path);
    expect(warnings).toEqual([expect.stringContaining(`${file}: its descriptions are all random ids`)]);
    const stored = await fetch(`${broker.url}/pacts/provider/P/consumer/C/latest`);
    expect(await stored.text()).toContain('{"id":1.0,"n":12345678901234567890}');
  });

  it('warns of Ruby’s matchers in a body', async () => {
    await using directory = await temporaryDirectory();
    const body = { json_class: 'Pact::SomethingLike', contents: { id: 1 } };
    const content = pact([{ description: 'a user', body }], { provider: 'B' });
    const file = await directory.write('pact.json', content);
    const warnings = await warningsFor(directory.path);
    expect(warnings).toEqual([expect.stringContaining(`${file}: the body of "a user" has "json_class"`)]);
  });

  it('prints warnings with their mark, and ends well', async () => {
    await using directory = await temporaryDirectory();
    await using cli = await commandLine(broker.url);
    const content = pact([{ description: '25f0be2e700e' }], { provider: 'D' });
    const { code, stdout } = await cli.run(['publish', await directory.write('d.json', content)]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^⚠️  .*d\.json: its descriptions are all random ids/m);
  });
});
