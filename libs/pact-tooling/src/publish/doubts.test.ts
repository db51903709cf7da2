import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchersV3, PactV4, XmlBuilder } from '@pact-foundation/pact';
import { startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { commandsHere } from '../../test/commands-here.ts';
import { pact } from '../../test/pact-fixtures.ts';
import { verifyProvider } from '../verify/index.ts';
import { publishPacts } from './index.ts';

const { like, string } = MatchersV3;

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

/** Runs a consumer's test of Pact JS that asks for an XML document; the pact is in the directory then. */
async function writeXmlPact(dir: string, provider: string, xml: string, rules: object[] = []) {
  const consumer = new PactV4({ consumer: 'Consumer', provider, dir, logLevel: 'error' });
  await consumer
    .addInteraction()
    .uponReceiving('a letter')
    .withRequest('GET', '/letter')
    .willRespondWith(200, (response) => {
      response.xmlBody(xml).matchingRules({ body: rules as never });
    })
    .executeTest(({ url }) => fetch(`${url}/letter`));
}

/** Has a provider's answer verified, one that is not the example but fits the matchers. */
async function verify(dir: string, provider: string, answer: string) {
  await using server = await startServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/xml' }).end(answer);
  });
  return await verifyProvider({
    provider,
    providerBaseUrl: server.url,
    files: [`${dir}/Consumer-${provider}.json`],
  });
}

const letter = (element: string, attributes: object) =>
  new XmlBuilder('1.0', '', element).build((root) => {
    root.setAttributes(attributes as never);
    root.appendText(string('hello'));
  });

describe('Publishing contracts that are probably wrong', () => {
  it('has no warnings for others', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('pact.json', pact([{ description: 'one', body: { a: 1 } }], { provider: 'A' }));
    await expect(warningsFor(directory.path)).resolves.toEqual([]);
  });

  it('warns about random descriptions, and publishes the unchanged bytes', async () => {
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

  it('warns about Ruby’s matchers in a body', async () => {
    await using directory = await temporaryDirectory();
    const body = { json_class: 'Pact::SomethingLike', contents: { id: 1 } };
    const content = pact([{ description: 'a user', body }], { provider: 'B' });
    const file = await directory.write('pact.json', content);
    const warnings = await warningsFor(directory.path);
    expect(warnings).toEqual([expect.stringContaining(`${file}: the body of "a user" has "json_class"`)]);
  });

  it('prints warnings with a mark, and exits with 0', async () => {
    await using directory = await temporaryDirectory();
    await using cli = await commandsHere(broker.url);
    const content = pact([{ description: '25f0be2e700e' }], { provider: 'D' });
    const { code, stdout } = await cli.run(['publish', await directory.write('d.json', content)]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^⚠️  .*d\.json: its descriptions are all random ids/m);
  });

  it.each([
    ['prefixed', 'p:letter', { 'xmlns:p': 'urn:post' }],
    ['in a default namespace', 'letter', { xmlns: 'urn:post' }],
  ])(
    'warns of matchers for elements that are %s, which Pact never applies',
    async (name, element, attributes) => {
      await using directory = await temporaryDirectory();
      const provider = `Xml ${name}`;
      const example = letter(element, attributes);
      await writeXmlPact(directory.path, provider, example);
      const warnings = await warningsFor(directory.path);
      expect(warnings).toEqual([
        expect.stringContaining(`$.${element}.#text, but looks for $['urn:post:letter']['#text']`),
      ]);
      const [[declaration, namespace]] = Object.entries(attributes) as [[string, string]];
      const answer = `<${element} ${declaration}="${namespace}">goodbye</${element}>`;
      await expect(verify(directory.path, provider, answer)).rejects.toThrow("'goodbye'");
    },
  );

  it('has no warnings with the rules that it suggests, as Pact applies them', async () => {
    await using directory = await temporaryDirectory();
    const example = letter('p:letter', { 'xmlns:p': 'urn:post' });
    const rules = [{ path: "$['urn:post:letter']", rules: [like('')] }];
    await writeXmlPact(directory.path, 'Xml fixed', example, rules);
    await expect(warningsFor(directory.path)).resolves.toEqual([]);
    const answer = '<q:letter xmlns:q="urn:post">goodbye</q:letter>';
    await expect(verify(directory.path, 'Xml fixed', answer)).resolves.toMatchObject({ success: true });
  });

  it('has no warnings about matchers without a namespace, as Pact applies them', async () => {
    await using directory = await temporaryDirectory();
    await writeXmlPact(directory.path, 'Xml plain', letter('letter', {}));
    await expect(warningsFor(directory.path)).resolves.toEqual([]);
    const answer = '<letter>goodbye</letter>';
    await expect(verify(directory.path, 'Xml plain', answer)).resolves.toMatchObject({ success: true });
  });
});
