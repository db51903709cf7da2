import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, pactOf, type Answer, type TestBroker } from '../../test/broker-client.ts';

const notices = ({ body }: Answer) => (body as { notices: { type: string; text: string }[] }).notices;
const texts = (answer: Answer) => notices(answer).map(({ text }) => text);
const errors = ({ body }: Answer) => (body as { errors: Record<string, string[]> }).errors;

describe('Publishing contracts', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());

  it('says what happened and what to do next, in the official words', async () => {
    const answer = await broker.publish('Foo', 'Bar', { branch: 'main' });
    expect(answer.status).toBe(200);
    expect(notices(answer)).toEqual([
      { type: 'debug', text: 'Created Foo version 1 with branch main' },
      { type: 'success', text: 'Pact successfully published for Foo version 1 and provider Bar.' },
      {
        type: 'debug',
        text: `  View the published pact at ${broker.url}/pacts/provider/Bar/consumer/Foo/version/1`,
      },
      {
        type: 'debug',
        text: '  Events detected: contract_published, contract_content_changed (first time untagged pact published)',
      },
      { type: 'prompt', text: '  Next steps:' },
      {
        type: 'prompt',
        text: '    * Add Pact verification tests to the Bar build. See https://docs.pact.io/go/provider_verification',
      },
      {
        type: 'prompt',
        text: '    * Configure separate Bar pact verification build and webhook to trigger it when the pact content changes. See https://docs.pact.io/go/webhooks',
      },
    ]);
    expect(answer.body).toMatchObject({
      logs: notices(answer).map(({ type, text }) => ({
        level: type,
        message: text,
        deprecationWarning: 'Replaced by notices',
      })),
      _embedded: { pacticipant: { name: 'Foo' }, version: { number: '1' } },
      _links: {
        'pb:contracts': [{ name: 'Pact between Foo (1) and Bar' }],
        'pb:pacticipant-version-tags': [],
      },
    });
  });

  it('asks for a branch where there is none, and names branch and tags', async () => {
    expect(texts(await broker.publish('Foo', 'Bar'))[1]).toBe(
      '  Next steps:\n    Configure the version branch to be the value of your repository branch.',
    );
    const answer = await broker.publish('Foo', 'Bar', { version: '2', branch: 'b', tags: ['t1', 't2'] });
    expect(texts(answer)[0]).toBe('Created Foo version 2 with branch b and tags t1, t2');
  });

  it('distinguishes changed content from unchanged content, per tag', async () => {
    const event = async (version: string, content: string, tags: string[]) =>
      texts(await broker.publish('Foo', 'Bar', { version, content, tags, branch: 'main' })).find((text) =>
        text.includes('Events'),
      );
    expect(await event('1', 'a', [])).toContain('(first time untagged pact published)');
    expect(await event('2', 'b', [])).toContain('(pact content has changed since previous untagged version)');
    expect(await event('3', 'b', ['t'])).toContain(
      '(first time any pact published for this consumer with consumer version tagged t)',
    );
    expect(await event('4', 'c', ['t'])).toContain(
      '(pact content has changed since the last consumer version tagged with t)',
    );
    expect(await event('5', 'c', ['t'])).toBe(
      '  Events detected: contract_published (pact content is the same as previous version with tag t and no new tags were applied)',
    );
  });

  it('detects that a provider version that matters has yet to verify it', async () => {
    await broker.publish('Foo', 'Bar', { content: 'a' });
    await broker.verify('Foo', 'Bar', { version: '7', branch: 'main' });
    const changed = await broker.publish('Foo', 'Bar', { version: '2', content: 'b', branch: 'main' });
    expect(texts(changed).join()).toContain(
      'contract_published, contract_requiring_verification_published, contract_content_changed',
    );
    const unchanged = await broker.publish('Foo', 'Bar', { version: '3', content: 'a', branch: 'main' });
    expect(texts(unchanged).join()).not.toContain('contract_requiring_verification_published');
    expect(texts(unchanged).join()).not.toContain('Add Pact verification tests');
  });

  it('inherits results: the same content is verified at once', async () => {
    await broker.publish('Foo', 'Bar', { content: 'a' });
    await broker.verify('Foo', 'Bar', { version: '7' });
    await broker.publish('Foo', 'Bar', { version: '2', content: 'a' });
    expect(
      (await broker.matrix('q[][pacticipant]=Foo&q[][version]=2&latest=true&latestby=cvp')).deployable,
    ).toBe(true);
    await broker.publish('Foo', 'Bar', { version: '3', content: 'b' });
    expect(
      (await broker.matrix('q[][pacticipant]=Foo&q[][version]=3&latest=true&latestby=cvp')).deployable,
    ).toBeNull();
  });

  it('takes the same content again, and nothing else, for a version', async () => {
    await broker.publish('Foo', 'Bar', { content: 'a' });
    expect(texts(await broker.publish('Foo', 'Bar', { content: 'a', branch: 'b' }))).toContain(
      'Pact successfully republished for Foo version 1 and provider Bar with no content changes.',
    );
    const refused = await broker.publish('Foo', 'Bar', { content: 'b' });
    expect(refused.status).toBe(409);
    expect(refused.headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(errors(refused)['contracts']?.[0]).toMatch(
      /^Cannot change the content of the pact for Foo version 1 and provider Bar, as race/,
    );
    expect(notices(refused)[1]).toEqual({
      type: 'info',
      text: [
        '@@ -4,13 +4,13 @@',
        '   },',
        '   "interactions": [',
        '     {',
        '-      "description": "asks for \\"a\\"",',
        '+      "description": "asks for \\"b\\"",',
        '       "request": {',
        '         "method": "GET",',
        '         "path": "/"',
        '       },',
        '       "response": {',
        '-        "body": "a",',
        '+        "body": "b",',
        '         "status": 200',
        '       }',
        '     }',
      ].join('\n'),
    });
  });

  it('publishes all contracts of a request or none', async () => {
    await broker.publish('Foo', 'Bar', { content: 'a' });
    const refused = await broker.publish('Foo', ['New', 'Bar'], { content: 'b', branch: 'x', tags: ['y'] });
    expect(refused.status).toBe(409);
    expect((await broker.request('GET', '/pacticipants/New')).status).toBe(404);
    expect((await broker.request('GET', '/pacticipants/Foo/branches/x')).status).toBe(404);
    expect((await broker.request('GET', '/pacticipants/Foo/versions/1/tags/y')).status).toBe(404);
  });

  it('merges on request, and refuses only what contradicts', async () => {
    await broker.publish('Foo', 'Bar', { content: 'a' });
    const merged = await broker.publish('Foo', 'Bar', { content: 'b', merge: true });
    expect(texts(merged)).toContain(
      'Pact content merged with existing content for Foo version 1 and provider Bar.',
    );
    const stored = await broker.request('GET', '/pacts/provider/Bar/consumer/Foo/version/1');
    expect((stored.body as { interactions: unknown[] }).interactions).toHaveLength(2);
    const other = pactOf('Foo', 'Bar', 'a') as { interactions: { request: { path: string } }[] };
    if (other.interactions[0]) other.interactions[0].request.path = '/other';
    const patch = await broker.request('PATCH', '/pacts/provider/Bar/consumer/Foo/version/1', other);
    expect(patch).toMatchObject({ status: 409, text: '' });
  });

  it('doubts a new name that looks like a misspelling', async () => {
    await broker.publish('Foo', 'Bar');
    const refused = await broker.publish('Foo', 'Bar Service', { version: '2' });
    expect(refused.status).toBe(409);
    expect(errors(refused)['contracts']?.[0]).toContain(
      'The name "Bar Service" is very similar to the following existing pacticipants:\n* Bar\n',
    );
    await broker.request('POST', '/pacticipants', { name: 'Bar Service' });
    expect((await broker.publish('Foo', 'Bar Service', { version: '2' })).status).toBe(200);
    const consumer = await broker.publish('foos', 'Bar');
    expect(errors(consumer)['contracts']?.[0]).toContain('existing pacticipants:\n* Foo\n');
    expect((await broker.request('GET', '/pacticipants/foos')).status).toBe(404);
  });

  it('doubts no name where the settings say so', async () => {
    await using off = await startTestBroker({
      settings: { checkForPotentialDuplicatePacticipantNames: false },
    });
    await off.publish('Foo', 'Bar');
    expect((await off.publish('Foos', 'Bar Service')).status).toBe(200);
  });

  it('takes a branch or tag called like one for the main branch', async () => {
    await broker.publish('Foo', 'Bar', { branch: 'feature' });
    const mainBranch = async (name: string) =>
      (await broker.request('GET', `/pacticipants/${name}`)).body as { mainBranch?: string };
    expect((await mainBranch('Foo')).mainBranch).toBeUndefined();
    await broker.publish('Foo', 'Bar', { version: '2', branch: 'develop' });
    await broker.publish('Foo', 'Bar', { version: '3', branch: 'main' });
    expect((await mainBranch('Foo')).mainBranch).toBe('develop');
    await broker.publish('Old', 'Bar', { tags: ['master'] });
    expect((await mainBranch('Old')).mainBranch).toBe('master');
    expect((await broker.request('GET', '/pacticipants/Old/branches/master/versions/1')).status).toBe(200);
  });

  it.each([
    [
      {},
      {
        pacticipantName: ['is missing'],
        pacticipantVersionNumber: ['is missing'],
        contracts: ['is missing'],
      },
    ],
    [
      { pacticipantName: ' ', pacticipantVersionNumber: 'a\nb', contracts: 1 },
      {
        pacticipantName: ['cannot be blank'],
        pacticipantVersionNumber: ['cannot contain multiple lines'],
        contracts: ['must be an array'],
      },
    ],
    [
      {
        pacticipantName: 'Foo',
        pacticipantVersionNumber: '1',
        contracts: [
          { consumerName: 'Foo', providerName: 'Bar', contentType: 'x', specification: 'y', content: 'e30=' },
        ],
      },
      {
        contracts: [
          'contentType must be one of: application/json (at index 0)',
          'specification must be one of: pact (at index 0)',
        ],
      },
    ],
    [
      {
        pacticipantName: 'Foo',
        pacticipantVersionNumber: '1',
        contracts: [
          {
            consumerName: 'Foo',
            providerName: 'Bar',
            contentType: 'application/json',
            specification: 'pact',
            content: 'not base64',
          },
        ],
      },
      {
        contracts: [
          'is not valid Base64 (at index 0)',
          'content could not be parsed as application/json (at index 0)',
        ],
      },
    ],
    [
      {
        pacticipantName: 'Foo',
        pacticipantVersionNumber: '1',
        contracts: [
          {
            consumerName: 'Foo',
            providerName: 'Bar',
            contentType: 'application/json',
            specification: 'pact',
            content: Buffer.from('[]').toString('base64'),
          },
        ],
      },
      { contracts: ['parsed content was expected to be a Hash but was a Array (at index 0)'] },
    ],
    [
      {
        pacticipantName: 'Foo',
        pacticipantVersionNumber: '1',
        contracts: [
          {
            consumerName: 'Foo',
            providerName: 'Bar',
            contentType: 'application/json',
            specification: 'pact',
            content: Buffer.from('{"consumer":{"name":"Other"}}').toString('base64'),
          },
        ],
      },
      {
        contracts: [
          "consumer name in contract content ('Other') must match consumerName in contract params ('Foo') (at index 0)",
        ],
      },
    ],
  ])('refuses %j', async (body, expected) => {
    const answer = await broker.request('POST', '/contracts/publish', body);
    expect(answer.status).toBe(400);
    expect(errors(answer)).toEqual(expected);
    expect((await broker.request('GET', '/pacticipants')).body).toMatchObject({ pacticipants: [] });
  });
});
