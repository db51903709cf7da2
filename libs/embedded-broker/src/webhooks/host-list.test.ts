import { describe, expect, it } from '@jest/globals';
import { startTestBroker, type Answer } from '../../test/broker-client.ts';
import { defaultSettings } from '../config/index.ts';

const errors = ({ body }: Answer) => (body as { errors: Record<string, string[]> }).errors;

describe('The list of hosts that webhooks may call', () => {
  const list = ['127.0.0.1', '*.example.org', '/foo/', '10.0.0.0/8', 'ci'];
  // Accepted and refused as the official broker does.
  it.each([
    ['a.example.org', true],
    ['xfoox', true],
    ['10.1.2.3', true],
    ['ci', true],
    ['2130706433', true],
    ['example.org', false],
    ['a.b.example.org', false],
    ['11.1.1.1', false],
    ['localhost', false],
    ['[::1]', false],
    ['127.0.0.2', false],
  ])('is asked for %s: %s', async (host, isAllowed) => {
    const settings = {
      ...defaultSettings,
      webhookHostWhitelist: list,
      webhookHttpMethodWhitelist: ['POST', 'PUT'],
    };
    await using broker = await startTestBroker({ settings });
    const save = (method: string) =>
      broker.request('POST', '/webhooks', { request: { method, url: `https://${host}/` } });
    const answer = await save('POST');
    expect(answer.status).toBe(isAllowed ? 201 : 400);
    if (isAllowed) return;
    expect(errors(answer)).toEqual({
      'request.url': [
        'host must be in the whitelist "127.0.0.1", "*.example.org", /foo/, "10.0.0.0/8", "ci". See /doc/webhooks#whitelist for more information.',
      ],
    });
    expect(errors(await save('GET'))['request.method']).toEqual([
      'must be one of POST, PUT. See /doc/webhooks#whitelist for more information.',
    ]);
  });
});
