import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
const name = (what: string) => `${what} ${evil}`;
const encoded = (text: string) => encodeURIComponent(text);
const consumer = name('consumer');
const provider = name('provider');
const version = name('version');

/** Everything that somebody publishes, with markup in it. */
async function publishEvil(broker: TestBroker): Promise<void> {
  const pact = {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [
      {
        description: name('description'),
        providerStates: [{ name: name('state'), params: { [evil]: evil } }],
        request: { method: evil, path: evil, query: evil, headers: { [evil]: evil }, body: evil },
        response: { status: 200, headers: { [evil]: [evil] }, body: { [evil]: evil } },
        comments: { text: [evil] },
        interactionMarkup: { markup: evil },
        pluginConfiguration: { [evil]: evil },
      },
      { type: evil, description: evil },
      {
        type: 'Asynchronous/Messages',
        description: evil,
        contents: { content: evil, contentType: evil, encoded: evil },
        metadata: { [evil]: evil },
      },
    ],
    metadata: { pactSpecification: { version: evil } },
  };
  const publish = (number: string, document: object) =>
    broker.request('POST', '/contracts/publish', {
      pacticipantName: consumer,
      pacticipantVersionNumber: number,
      branch: name('branch'),
      tags: [name('tag')],
      buildUrl: `javascript:alert('${evil}')`,
      contracts: [
        {
          consumerName: consumer,
          providerName: provider,
          specification: 'pact',
          contentType: 'application/json',
          content: Buffer.from(JSON.stringify(document)).toString('base64'),
        },
      ],
    });
  await publish('0', { ...pact, interactions: pact.interactions.slice(0, 1) });
  expect((await publish(version, pact)).status).toBe(200);
  await broker.request('PATCH', `/pacticipants/${encoded(consumer)}`, {
    name: consumer,
    displayName: evil,
    repositoryUrl: `javascript:alert(1)//${evil}`,
    mainBranch: evil,
  });
  await broker.request('PUT', `/pacticipants/${encoded(consumer)}/labels/${encoded(evil)}`, {});
  const { body } = await broker.request(
    'GET',
    `/pacts/provider/${encoded(provider)}/consumer/${encoded(consumer)}/version/${encoded(version)}`,
  );
  const { _links: links } = body as { _links: Record<string, { href: string }> };
  const result = await broker.request('POST', links['pb:publish-verification-results']?.href ?? '', {
    success: false,
    providerApplicationVersion: version,
    buildUrl: 'javascript:alert(1)',
    verifiedBy: { implementation: evil, version: evil, clientLanguage: { name: evil } },
    testResults: [
      {
        interactionId: evil,
        interactionDescription: evil,
        success: false,
        exceptions: [{ message: evil, exceptionClass: evil }],
        mismatches: [
          { attribute: evil, identifier: evil, description: evil, diff: evil, expected: evil, actual: evil },
        ],
      },
    ],
  });
  expect(result.status).toBe(201);
  await broker.deploy(encoded(consumer), encoded(version), 'production');
}

describe('What somebody published', () => {
  let broker: TestBroker;
  const integration = `provider/${encoded(provider)}/consumer/${encoded(consumer)}`;
  beforeAll(async () => {
    broker = await startTestBroker();
    await publishEvil(broker);
  });
  afterAll(() => broker.close());

  it.each([
    '/',
    `/?search=${encoded(evil)}`,
    `/?label=${encoded(evil)}&environment=${encoded(evil)}`,
    `/pacticipants/${encoded(consumer)}`,
    `/pacticipants/${encoded(consumer)}?branch=${encoded(name('branch'))}`,
    `/pacticipants/${encoded(consumer)}?branch=${encoded(evil)}`,
    `/dashboard/${integration}?view=all`,
    `/dashboard/${integration}?view=${encoded(evil)}`,
    `/matrix/${integration}`,
    `/pacts/${integration}/latest`,
    `/pacts/${integration}/version/0`,
    `/pacts/${integration}/latest/${encoded(name('tag'))}`,
    `/pacts/${integration}/latest/verification-results/latest`,
    `/pacts/${integration}/compare?from=0&to=${encoded(version)}`,
    `/pacts/${integration}/compare?from=${encoded(version)}&to=0`,
    `/pacts/${integration}/compare?from=0&to=${encoded(evil)}`,
    `/pacticipants/${encoded(evil)}`,
    `/nowhere/${encoded(evil)}`,
    `/doc/${encoded(evil)}`,
  ])('is text on the page %#', async (path) => {
    const { status, headers, text } = await broker.request('GET', path, undefined, { accept: 'text/html' });
    expect([200, 404]).toContain(status);
    expect(headers.get('content-type')).toBe('text/html;charset=utf-8');
    // Tags as a browser sees them: none but our own scripts and badges, no handler, no address that runs.
    const tags = [...text.matchAll(/<[a-z][^\s>]*(?:\s+[^\s"'>=]+(?:="[^"]*")?)*\s*\/?>/gi)].map(
      ([tag]) => tag,
    );
    const suspicious = tags.filter(
      (tag) =>
        (/^<script/i.test(tag) && !/^<script type="module" src="\/[^"]*">$/.test(tag)) ||
        (/^<img/i.test(tag) &&
          !/^<img src="\/pacts\/[^"]*badge\.svg" alt="[^"]*" title="[A-Za-z ]*" height="20" \/>$/.test(
            tag,
          )) ||
        /\son\w+=(?=[^"]*$)/i.test(tag.replace(/"[^"]*"/g, '')) ||
        /(?:href|src|action)="\s*(?:javascript|data):/i.test(tag),
    );
    expect(suspicious).toEqual([]);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
  });
});
