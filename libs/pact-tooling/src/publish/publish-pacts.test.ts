import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BrokerResponseError } from '@pact-workshop/broker-client';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { pact } from '../../test/pact-fixtures.ts';
import { DuplicateInteractionError } from '../pact/index.ts';
import { describeVersion } from '../versions/index.ts';
import { PublicationConflictError, publishPacts } from './index.ts';

const one = pact([{ description: 'one' }]);
const two = pact([{ description: 'two' }]);

describe('Publishing pacts', () => {
  it('publishes a directory under a version, with branch, tags and build', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    await directory.write('a.json', one);
    await directory.write('b.json', pact([{ description: 'one' }], { provider: 'Other' }));
    await directory.write('readme.txt', 'not a pact');
    const result = await publishPacts({
      broker: broker.url,
      dir: directory.path,
      version: '1',
      branch: 'main',
      tags: ['t1', 't2'],
      buildUrl: 'http://ci/1',
    });
    expect(result).toMatchObject({ version: '1', branch: 'main' });
    expect(result.pacts).toEqual([
      {
        consumer: 'Consumer',
        provider: 'Provider',
        url: `${broker.url}/pacts/provider/Provider/consumer/Consumer/version/1`,
      },
      {
        consumer: 'Consumer',
        provider: 'Other',
        url: `${broker.url}/pacts/provider/Other/consumer/Consumer/version/1`,
      },
    ]);
    expect(result.notices[0]).toEqual({
      type: 'debug',
      text: 'Created Consumer version 1 with branch main and tags t1, t2',
    });
    const version = await fetch(`${broker.url}/pacticipants/Consumer/versions/1`);
    expect(await version.json()).toMatchObject({ buildUrl: 'http://ci/1' });
    await expect(describeVersion({ broker: broker.url, pacticipant: 'Consumer' })).resolves.toMatchObject({
      number: '1',
      branches: ['main'],
      tags: ['t1', 't2'],
    });
  });

  it('publishes each consumer’s contracts under its own name', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    const names = [
      { consumer: 'A', provider: 'P' },
      { consumer: 'B', provider: 'P' },
      { consumer: 'A', provider: 'Q' },
    ];
    for (const [i, pair] of names.entries()) {
      await directory.write(`${i}.json`, pact([{ description: 'one' }], pair));
    }
    const { pacts, notices } = await publishPacts({ broker: broker.url, dir: directory.path, version: '1' });
    expect(pacts).toHaveLength(3);
    for (const { consumer, provider, url } of pacts) {
      expect(url).toBe(`${broker.url}/pacts/provider/${provider}/consumer/${consumer}/version/1`);
      expect(await (await fetch(url)).json()).toMatchObject({
        consumer: { name: consumer },
        provider: { name: provider },
      });
    }
    expect(notices.filter(({ text }) => text.startsWith('Created '))).toHaveLength(2);
  });

  it('publishes files and a folder, and the folder "pacts" if neither is given', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    await mkdir(join(directory.path, 'pacts'));
    await directory.write('pacts/p.json', pact([{ description: 'one' }], { provider: 'In pacts' }));
    const file = await directory.write('f.json', pact([{ description: 'one' }], { provider: 'In a file' }));
    const providers = async (options: object) =>
      (await publishPacts({ broker: broker.url, version: '1', ...options })).pacts.map(
        ({ provider }) => provider,
      );
    expect(await providers({ files: [file], dir: join(directory.path, 'pacts') })).toEqual([
      'In a file',
      'In pacts',
    ]);
    expect(await providers({ files: [], dir: join(directory.path, 'pacts') })).toEqual(['In pacts']);
    const before = process.cwd();
    process.chdir(directory.path);
    try {
      expect(await providers({})).toEqual(['In pacts']);
    } finally {
      process.chdir(before);
    }
  });

  it('refuses a single pact with two interactions that can’t be distinguished', async () => {
    await using directory = await temporaryDirectory();
    const files = [
      await directory.write('pact.json', pact([{ description: 'x' }, { description: 'x', path: '/y' }])),
    ];
    await expect(publishPacts({ files, version: '1' })).rejects.toThrow(DuplicateInteractionError);
  });

  it('does not change the spelling of numbers', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    const text = JSON.stringify(one).replace(
      '"status":200',
      '"status":200,"body":{"a":1.0,"b":1,"c":12345678901234567890}',
    );
    const file = await directory.write('pact.json', text);
    const { pacts } = await publishPacts({ broker: broker.url, files: [file], version: '1' });
    const stored = await (await fetch(pacts[0]?.url ?? '')).text();
    expect(stored).toContain('{"a":1.0,"b":1,"c":12345678901234567890}');
  });

  it('accepts the same content again, and refuses other content for the same version with the changes', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    const file = await directory.write('pact.json', one);
    const options = { broker: broker.url, files: [file], version: '1' };
    await publishPacts(options);
    const again = await publishPacts(options);
    expect(again.notices.map(({ text }) => text).join('\n')).toContain('with no content changes');
    await directory.write('pact.json', two);
    const error: unknown = await publishPacts(options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PublicationConflictError);
    const { message, diff } = error as PublicationConflictError;
    expect(message).toContain(
      'Cannot change the content of the pact for Consumer version 1 and provider Provider',
    );
    expect(diff).toMatch(/^-\s+"description": "one",$/m);
    expect(diff).toMatch(/^\+\s+"description": "two",$/m);
  });

  it('reports the changes of each contract', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    const write = async (description: string) => {
      for (const provider of ['P', 'Q'])
        await directory.write(
          `${provider}.json`,
          pact([{ description: `${description} ${provider}` }], { provider }),
        );
    };
    const options = { broker: broker.url, dir: directory.path, version: '1' };
    await write('old');
    await publishPacts(options);
    await write('new');
    const publishing = publishPacts(options);
    await expect(publishing).rejects.toThrow(/provider P,.*new P.*provider Q,.*new Q/s);
    await expect(publishing).rejects.toMatchObject({ diff: expect.stringMatching(/new P.*new Q/s) });
  });

  it('recognizes a conflict that is not the broker’s', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer((request, response) => {
      const links = { 'pb:publish-contracts': { href: `${server.url}/publish` } };
      if (request.method === 'GET') answering(200, { _links: links })(request, response);
      else response.writeHead(409).end();
    });
    const files = [await directory.write('pact.json', one)];
    await expect(publishPacts({ broker: server.url, files, version: '1' })).rejects.toThrow(
      BrokerResponseError,
    );
  });

  it('reports the name that the broker takes for a misspelt one', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    const write = (consumer: string) =>
      directory.write(`${consumer}.json`, pact([{ description: 'one' }], { consumer }));
    const options = { broker: broker.url, version: '1' };
    await publishPacts({ ...options, files: [await write('Web Shop')] });
    const publishing = publishPacts({ ...options, files: [await write('WebShop')] });
    await expect(publishing).rejects.toThrow(PublicationConflictError);
    await expect(publishing).rejects.toThrow(
      'very similar to the following existing pacticipants:\n* Web Shop',
    );
  });

  it('adds to a version with `merge`', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    const options = { broker: broker.url, version: '1', merge: true };
    await publishPacts({ ...options, files: [await directory.write('one.json', one)] });
    const { pacts } = await publishPacts({ ...options, files: [await directory.write('two.json', two)] });
    const stored = (await (await fetch(pacts[0]?.url ?? '')).json()) as {
      interactions: { description: string }[];
    };
    expect(stored.interactions.map(({ description }) => description)).toEqual(['one', 'two']);
  });

  it('merges files of the same consumer and provider', async () => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    await directory.write('one.json', JSON.stringify(one).replace('"status":200', '"status":200,"body":1.0'));
    await directory.write('two.json', two);
    const { pacts } = await publishPacts({ broker: broker.url, dir: directory.path, version: '1' });
    expect(pacts).toHaveLength(1);
    const stored = await (await fetch(pacts[0]?.url ?? '')).text();
    expect(stored).toContain('"body":1.0');
    expect(stored).toContain('"two"');
  });

  it.each([
    ['a directory that is missing', 'nowhere', undefined, /There is no .*nowhere/],
    ['a directory without a pact', '.', undefined, /There is no pact in/],
    ['a file that is not JSON', 'pact.json', '{"consumer":', /pact\.json is not JSON/],
    ['a file that is not a pact', 'pact.json', '{}', /pact\.json is not a pact/],
    [
      'a pact with two interactions that can’t be told apart',
      'pact.json',
      pact([{ description: 'x' }, { description: 'x', path: '/y' }]),
      /two interactions "x"/,
    ],
  ])('refuses %s, and publishes nothing', async (_, name, content, message) => {
    await using broker = await startBroker();
    await using directory = await temporaryDirectory();
    if (content !== undefined) {
      await directory.write('good.json', one);
      await directory.write(name, content);
    }
    const files = content === undefined ? [`${directory.path}/${name}`] : [directory.path];
    await expect(publishPacts({ broker: broker.url, files, version: '1' })).rejects.toThrow(message);
    const pacticipants = (await (await fetch(`${broker.url}/pacticipants`)).json()) as {
      pacticipants: unknown[];
    };
    expect(pacticipants.pacticipants).toEqual([]);
  });

  it.each([
    [{ files: [] }, 'list of pact files is empty'],
    [{ tags: ['t', ''] }, 'tag is empty'],
    [{ version: '' }, 'version is empty'],
  ])('refuses %j', async (options, message) => {
    await using directory = await temporaryDirectory();
    const files = [await directory.write('pact.json', one)];
    await expect(publishPacts({ files, version: '1', ...options })).rejects.toThrow(message);
  });

  it('refuses two files that contradict each other', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('one.json', one);
    await directory.write('two.json', pact([{ description: 'one', path: '/other' }]));
    await expect(publishPacts({ dir: directory.path, version: '1' })).rejects.toThrow(
      /Can't put .*one\.json and .*two\.json together/,
    );
  });
});
