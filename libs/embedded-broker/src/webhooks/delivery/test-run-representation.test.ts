import { describe, expect, it } from '@jest/globals';
import { testRunRepresentation } from './test-run-representation.ts';

const request = {
  method: 'POST',
  url: new URL('http://ci.example/x?token=tok-Sesame'),
  headers: { 'x-api-key': 'key-Sesame', host: 'ci.example' },
  body: '{"sent":1}',
};
const response = {
  httpVersion: '1.1',
  status: 418,
  statusText: 'Teapot',
  headers: { 'x-inner': 'hidden-header' },
  body: 'hidden-body',
};
const hidden =
  'For security purposes, the response details are not logged. To enable response logging, configure the ' +
  'webhook_host_whitelist property. See http://broker/doc/webhooks#whitelist for more information.';

describe('The answer to a test run', () => {
  const shown = (showsResponse: boolean, attempt: object) =>
    testRunRepresentation(
      {
        success: false,
        isRefused: false,
        request,
        response: undefined,
        errorMessage: undefined,
        log: () => '',
        ...attempt,
      },
      { logs: 'log', showsResponse, baseUrl: 'http://broker', webhookUrl: undefined, url: 'http://broker/x' },
    );

  it('has the response when that may be shown', () => {
    expect(shown(true, { response })).toMatchObject({
      request: { headers: { 'x-api-key': '**********' }, url: '/x?token=**********', body: { sent: 1 } },
      response: { status: 418, headers: { 'x-inner': 'hidden-header' }, body: 'hidden-body' },
    });
    expect(shown(true, { response })).not.toHaveProperty('message');
    expect(shown(true, { errorMessage: 'why' })).toMatchObject({ error: { message: 'why' } });
  });

  it('otherwise has nothing of the response, except why the target was refused', () => {
    const answer = shown(false, { response, errorMessage: 'connect to 10.0.0.1 failed' });
    expect(answer).toMatchObject({ message: hidden });
    expect(JSON.stringify(answer)).not.toMatch(/hidden-|10\.0/);
    expect(shown(false, { isRefused: true, errorMessage: 'not there' })).toMatchObject({
      error: { message: 'not there' },
    });
  });
});
