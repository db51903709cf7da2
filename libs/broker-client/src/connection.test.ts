import { describe, expect, it } from '@jest/globals';
import { startSecureServer } from '../test/https-server.ts';
import { answering } from '../test/http-server.ts';
import { brokerConnection } from './index.ts';

const url = 'http://given';
const all = { PACT_BROKER_TOKEN: 'et', PACT_BROKER_USERNAME: 'eu', PACT_BROKER_PASSWORD: 'ep' };

describe('The credentials', () => {
  it.each([
    [url, all, { token: 'et', username: 'eu', password: 'ep' }],
    [{ baseUrl: url, token: 't' }, all, { token: 't', username: undefined, password: undefined }],
    [{ baseUrl: url, username: 'u' }, all, { token: undefined, username: 'u', password: undefined }],
    [{ baseUrl: url, username: 'u', password: 'p' }, all, { username: 'u', password: 'p' }],
    ['http://u:p@given', all, { username: 'u', password: 'p' }],
    ['http://u@given', all, { username: 'u', password: 'ep' }],
    [{ baseUrl: 'http://u:p@given', token: 't' }, {}, { token: 't', username: undefined }],
    [{ baseUrl: url, username: ' u\n', password: ' p ' }, {}, { username: 'u', password: ' p ' }],
    ['http://u%20:p%3A%25@given', {}, { username: 'u ', password: 'p:%' }],
  ])('of %j with the variables %j are %j', (broker, env, expected) => {
    const connection = brokerConnection(broker, env);
    expect(connection).toMatchObject(expected);
    expect(connection.baseUrl).toBe(url);
  });
});

describe('The address', () => {
  it.each([
    [undefined, { PACT_BROKER_BASE_URL: 'http://whole', PACT_BROKER_URL: 'host' }, 'http://whole'],
    [undefined, { PACT_BROKER_URL: 'host:80/path' }, 'http://host/path'],
    [undefined, { PACT_BROKER_PROTO: 'https' }, 'http://127.0.0.1:9292'],
    ['http://given//', {}, 'http://given'],
    ['http://given/a/b//', {}, 'http://given/a/b'],
  ])('%j with %j is %s', (broker, env, expected) => {
    expect(brokerConnection(broker, env).baseUrl).toBe(expected);
  });
});

describe('Another setting', () => {
  it('takes precedence over the variables', () => {
    const env = { PACT_BROKER_HTTP_RETRIES: '7' };
    expect(brokerConnection({ baseUrl: url, retries: 0, timeoutMs: 5 }, env)).toMatchObject({
      retries: 0,
      timeoutMs: 5,
    });
    expect(brokerConnection(url, env).retries).toBe(7);
    expect(brokerConnection(url, {}).retries).toBeUndefined();
  });

  it.each(['100', '-1', '1.5', '7x'])('is an error as the number of retries: %s', (text) => {
    expect(() => brokerConnection(url, { PACT_BROKER_HTTP_RETRIES: text })).toThrow(
      `PACT_BROKER_HTTP_RETRIES is "${text}"; a number from 0 to 99 is expected.`,
    );
  });

  it('is the certificate, whose file is read only for https', async () => {
    await using server = await startSecureServer(answering(200, {}));
    const env = { SSL_CERT_FILE: server.certificate.path };
    expect(brokerConnection('https://given', env).ca).toBe(server.certificate.pem);
    expect(brokerConnection({ baseUrl: 'https://given', ca: 'own' }, env).ca).toBe('own');
    expect(brokerConnection(url, { SSL_CERT_FILE: '/nowhere.pem' }).ca).toBeUndefined();
  });
});
