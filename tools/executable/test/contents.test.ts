import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker as library } from '@pact-workshop/packages';
import { startTestBroker } from '../../../libs/embedded-broker/test/broker-client.ts';
import { runProgram } from '../../../libs/embedded-broker/test/programs.ts';
import { richPact } from '../../../libs/embedded-broker/test/rich-pact.ts';
import { executable } from '../src/output.ts';
import { startBrokerProgram, type BrokerProgram } from './running-broker.ts';

const env = { PATH: process.env['PATH'] };

describe('The executable', () => {
  let folder: string;
  let brokers: readonly BrokerProgram[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-broker-contents-'));
    const [original, copy] = [join(folder, 'original.sqlite'), join(folder, 'copy.sqlite')];
    // Away from the project, whose packages it could load otherwise.
    const away = join(folder, 'embedded-broker');
    copyFileSync(executable, away);
    const executed = await startBrokerProgram([away, 'start', '--port', '0', '--db', original], {
      env,
    });
    const seed = await startTestBroker({}, () => Promise.resolve(executed));
    for (const version of ['1', '2'])
      await seed.request(
        'PUT',
        `/pacts/provider/P/consumer/C/version/${version}`,
        richPact('C', 'P', `n${version}`),
      );
    await seed.verify('C', 'P', { consumerVersion: '2', version: '7' });
    await runProgram([away, 'backup', '--db', original, copy], { env });
    const command = join(library, 'bin/embedded-broker.mjs');
    const line = [process.execPath, command, 'start', '--port', '0', '--db', copy] as const;
    brokers = [executed, await startBrokerProgram(line, { env })];
  });
  afterAll(async () => {
    await Promise.all(brokers.map((broker) => broker.close()));
    rmSync(folder, { recursive: true });
  });

  /** What each of the two answers, with the same words for its own address. */
  const answers = (path: string, accept: string) =>
    Promise.all(
      brokers.map(async ({ url }) => {
        const response = await fetch(url + path, { headers: { accept } });
        const text = (await response.text()).replaceAll(url, 'http://broker');
        return { status: response.status, type: response.headers.get('content-type'), text };
      }),
    );

  it.each([
    ['the overview', '/', 'text/html'],
    ['the index', '/', 'application/hal+json'],
    ['a relation of the API', '/doc/publish-contracts', 'text/html'],
    ['a pact', '/pacts/provider/P/consumer/C/latest', 'text/html'],
    ['a graph', '/network', 'text/html'],
    ['a difference on a page', '/pacts/provider/P/consumer/C/compare?from=1&to=2', 'text/html'],
    ['a difference', '/pacts/provider/P/consumer/C/version/2/diff/previous-distinct', 'text/plain'],
    ['a badge', '/pacts/provider/P/consumer/C/latest/badge.svg', 'image/svg+xml'],
    ['metrics', '/metrics', 'application/hal+json'],
  ])('answers as the command of the checkout does: %s', async (_, path, accept) => {
    const [executed, checkedOut] = await answers(path, accept);
    expect(executed).toEqual(checkedOut);
    expect(executed?.status).toBe(200);
  });

  it('has every file that its pages name', async () => {
    const [page] = await answers('/', 'text/html');
    const files = [
      ...(page?.text ?? '').matchAll(
        /(?:href|src)="(?:http:\/\/broker)?(\/[^"]+\.(?:css|js|mjs|svg)[^"]*)"/g,
      ),
    ].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const [executed, checkedOut] = await answers(file, '*/*');
      expect(executed).toEqual(checkedOut);
      expect(executed?.status).toBe(200);
    }
  });
});
