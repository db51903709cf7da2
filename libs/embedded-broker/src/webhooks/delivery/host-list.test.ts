import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type Answer, type TestBroker } from '../../../test/broker-client.ts';
import { isListed } from './host-list.ts';

const errors = ({ body }: Answer) => (body as { errors: Record<string, string[]> }).errors;

describe('The list of hosts that webhooks may be sent to', () => {
  const list = ['127.0.0.1', '*.example.org', '/foo/', '10.0.0.0/8', 'ci'];
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker({
      settings: { webhookHostWhitelist: list, webhookHttpMethodWhitelist: ['POST', 'put'] },
    });
  });
  afterAll(() => broker.close());
  const save = (url: string, method = 'POST') =>
    broker.request('POST', '/webhooks', { request: { method, url } });

  // The official broker accepts and refuses the same.
  it.each([
    ['a.example.org', true],
    ['xfoox', true],
    ['10.1.2.3', true],
    ['ci', true],
    ['CI', true],
    ['2130706433', true],
    ['example.org', false],
    ['a.b.example.org', false],
    ['11.1.1.1', false],
    ['localhost', false],
    ['[::1]', false],
    ['127.0.0.2', false],
  ])('allows %s when a webhook is saved: %s', async (host, isAllowed) => {
    const answer = await save(`https://${host}/`);
    expect(answer.status).toBe(isAllowed ? 201 : 400);
    if (isAllowed) return;
    expect(errors(answer)).toEqual({
      'request.url': [
        'host must be in the whitelist "127.0.0.1", "*.example.org", /foo/, "10.0.0.0/8", "ci". See /doc/webhooks#whitelist for more information.',
      ],
    });
  });

  it('is checked together with methods and schemes, whose case does not matter', async () => {
    for (const method of ['POST', 'post', 'PUT', 'Put'])
      expect((await save('HTTPS://ci/', method)).status).toBe(201);
    expect(errors(await save('https://elsewhere/', 'GET'))).toMatchObject({
      'request.method': ['must be one of POST, put. See /doc/webhooks#whitelist for more information.'],
      'request.url': [expect.stringMatching(/^host must be in the whitelist/)],
    });
    expect(errors(await save('http://ci/'))).toEqual({
      'request.url': ['scheme must be https. See /doc/webhooks#whitelist for more information.'],
    });
  });

  it.each([
    ['ci', 'ci', true],
    ['ci', 'CI', true],
    ['notci', 'ci', false],
    ['ci.evil', 'ci', false],
    ['a.example.org', '*.example.org', true],
    ['a.example.org', '*.Example.Org', true],
    ['example.org', '*.example.org', false],
    ['a.b.example.org', '*.example.org', false],
    ['evilexample.org', '*.example.org', false],
    ['abc', '/^a/', true],
    ['abc', '/^b/', false],
    ['abc', 'b', false],
    ['abc', '/(/', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.4', '10.1.2.3', false],
    ['10.255.255.255', '10.0.0.0/8', true],
    ['11.0.0.0', '10.0.0.0/8', false],
    ['11.0.0.0', '0.0.0.0/0', true],
    ['10.1.2.3', '10.0.0.0/99', false],
    ['11.1.2.3', '10.0.0.0/', false],
    ['11.1.2.3', '10.0.0.0/8/0', false],
    ['10.1.2.3', '/^10/', false],
    ['10.1.2.3', '*.1.2.3', false],
    ['[::1]', '::1', true],
    ['[::1]', '[::1]', true],
    ['[::2]', '::1', false],
    ['[fd00::5]', 'fd00::/8', true],
    ['[fe00::5]', 'fd00::/8', false],
    ['[fd00::5]', '10.0.0.0/8', false],
    ['localhost', '127.0.0.1', false],
  ])('allows %s by the entry %s: %s', (host, entry, expected) => {
    expect(isListed(host, [entry])).toBe(expected);
    expect(isListed(host, ['elsewhere.example', entry, '192.0.2.1'])).toBe(expected);
  });

  it('allows nothing when it is empty', () => expect(isListed('ci', [])).toBe(false));
});
