import { describe, expect, it } from '@jest/globals';
import { attemptLog, type LoggedAttempt } from './attempt-log.ts';

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

describe('The log of an attempt', () => {
  const lines = (attempt: Partial<LoggedAttempt>, showResponse: boolean) =>
    attemptLog(
      {
        context: { base_url: 'http://broker', event_name: 'test' },
        request: undefined,
        response: undefined,
        error: undefined,
        uuid: 'one',
        conclusion: undefined,
        ...attempt,
      },
      showResponse,
      '2030-01-02T03:04:05.678Z',
    )
      .split('\n')
      .slice(1, -1)
      .map((line) => line.replace('[2030-01-02T03:04:05Z] ', ''));

  it('has the request, without secrets', () => {
    expect(lines({ request }, false)).toEqual([
      'INFO: HTTP/1.1 POST http://ci.example/x?token=**********',
      'INFO: x-api-key: **********',
      'INFO: host: ci.example',
      'INFO: {"sent":1}',
    ]);
  });

  it.each([
    [true, ['INFO: HTTP/1.1 418 Teapot', 'INFO: x-inner: hidden-header', 'INFO: hidden-body']],
    [false, [`INFO: ${hidden}`]],
  ])('has the response when that may be shown: %s', (showResponse, expected) => {
    expect(lines({ response }, showResponse)).toEqual(expected);
  });

  it.each([
    [true, false, 'ERROR: Error executing webhook one: connect to 10.0.0.1 failed'],
    [false, false, `ERROR: Error executing webhook one. ${hidden}`],
    [false, true, 'ERROR: Error executing webhook one: connect to 10.0.0.1 failed'],
  ])(
    'has the error when responses may be shown (%s) or the error is public (%s)',
    (shown, isPublic, line) => {
      expect(lines({ error: { message: 'connect to 10.0.0.1 failed', isPublic } }, shown)).toEqual([line]);
    },
  );

  it('ends with the conclusion', () => {
    expect(lines({ conclusion: 'Done' }, true)).toEqual(['INFO: Done']);
  });
});
