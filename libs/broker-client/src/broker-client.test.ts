import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { answering, deadUrl, startServer } from '../test/http-server.ts';
import { startSecureServer } from '../test/https-server.ts';
import {
  BrokerClient,
  brokerConnection,
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
  NotAPactBrokerError,
} from './index.ts';

const index = { _links: { self: { href: '/' } } };

describe('The connection', () => {
  it.each([
    [undefined, {}, { baseUrl: 'http://127.0.0.1:9292' }],
    [undefined, { PACT_BROKER_BASE_URL: 'https://b.example/path/' }, { baseUrl: 'https://b.example/path' }],
    [
      undefined,
      { PACT_BROKER_PROTO: 'https', PACT_BROKER_URL: 'b.example' },
      { baseUrl: 'https://b.example' },
    ],
    ['http://given', { PACT_BROKER_BASE_URL: 'http://env' }, { baseUrl: 'http://given' }],
    [undefined, { PACT_BROKER_USERNAME: 'u', PACT_BROKER_PASSWORD: 'p' }, { username: 'u', password: 'p' }],
    [undefined, { PACT_BROKER_TOKEN: 't' }, { token: 't' }],
    ['http://u:p%40@given', {}, { baseUrl: 'http://given', username: 'u', password: 'p@' }],
    [
      { baseUrl: 'http://given', username: 'me' },
      { PACT_BROKER_TOKEN: 't' },
      { username: 'me', token: undefined },
    ],
    [undefined, { PACT_BROKER_HTTP_RETRIES: '7' }, { retries: 7 }],
  ])('from %j and %j', (broker, env, expected) => {
    expect(brokerConnection(broker, env)).toMatchObject(expected);
  });

  it.each([
    [{ PACT_BROKER_BASE_URL: 'localhost:9292' }, 'PACT_BROKER_BASE_URL'],
    [{ PACT_BROKER_BASE_URL: 'http://' }, 'PACT_BROKER_BASE_URL'],
    [{ PACT_BROKER_PROTO: 'ftp', PACT_BROKER_URL: 'x' }, 'PACT_BROKER_PROTO'],
    [{ PACT_BROKER_URL: 'https://b.example' }, 'PACT_BROKER_URL is "https://b.example"'],
    [{ PACT_BROKER_HTTP_RETRIES: 'many' }, 'PACT_BROKER_HTTP_RETRIES'],
    [{ PACT_BROKER_BASE_URL: 'http://u:100%@host' }, 'PACT_BROKER_BASE_URL'],
    [{ PACT_BROKER_BASE_URL: 'https://host', SSL_CERT_FILE: '/nowhere.pem' }, 'SSL_CERT_FILE'],
    [
      { PACT_BROKER_BASE_URL: 'https://host', SSL_CERT_FILE: fileURLToPath(import.meta.url) },
      'SSL_CERT_FILE',
    ],
  ])('is an error with the name of the malformed variable in %j', (env, name) => {
    expect(() => brokerConnection(undefined, env)).toThrow(name);
  });

  it.each([
    ['', 'base URL'],
    [{ baseUrl: 'http://given', token: '' }, 'token'],
    [{ baseUrl: 'http://given', username: ' ' }, 'user name'],
  ])('is an error with an empty value in %j', (broker, name) => {
    expect(() => brokerConnection(broker, { PACT_BROKER_BASE_URL: 'http://env' })).toThrow(
      `${name} is empty`,
    );
  });

  it('ignores an empty variable', () => {
    const env = {
      PACT_BROKER_BASE_URL: '',
      PACT_BROKER_PROTO: '',
      PACT_BROKER_URL: 'b',
      PACT_BROKER_TOKEN: '',
    };
    expect(brokerConnection(undefined, env)).toMatchObject({ baseUrl: 'http://b', token: undefined });
  });

  it('has no white space around values, as files of secrets end with some', () => {
    const env = { PACT_BROKER_BASE_URL: ' http://env\n', PACT_BROKER_TOKEN: 't\n' };
    expect(brokerConnection(undefined, env)).toMatchObject({ baseUrl: 'http://env', token: 't' });
    expect(brokerConnection({ baseUrl: 'http://given\n', token: 't\n' }, env)).toMatchObject({
      baseUrl: 'http://given',
      token: 't',
    });
  });

  it('does not show a password in an error', () => {
    for (const url of ['ftp://me:secret@host', 'ftp://me:sec/secret@host', 'http://me:secret%@host']) {
      const read = () => brokerConnection(undefined, { PACT_BROKER_BASE_URL: url });
      expect(read).toThrow('***');
      expect(read).not.toThrow('secret');
    }
  });
});

describe('The client', () => {
  it('sends basic auth or a bearer token', async () => {
    await using server = await startServer(answering(200, index));
    await new BrokerClient({ baseUrl: server.url, username: 'u', password: 'p' }).index();
    await new BrokerClient({ baseUrl: server.url, token: 't' }).index();
    await new BrokerClient({ baseUrl: server.url, token: 't', username: 'u' }).index();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Basic dTpw',
      'Bearer t',
      'Bearer t',
    ]);
  });

  it('has access only with the right credentials, and does not show them in an error', async () => {
    await using broker = await startBroker({ basicAuth: { writer: { username: 'u', password: 'p' } } });
    await expect(
      new BrokerClient({ baseUrl: broker.url, username: 'u', password: 'p' }).index(),
    ).resolves.toHaveProperty('_links');
    await expect(new BrokerClient({ baseUrl: broker.url }).index()).rejects.toThrow(
      'it requires credentials',
    );
    const wrong = new BrokerClient({ baseUrl: broker.url, username: 'u', password: 'wrong-secret' }).index();
    await expect(wrong).rejects.toThrow(BrokerUnauthorizedError);
    await expect(wrong).rejects.not.toThrow('wrong-secret');
  });

  it('has no credentials in any field of its errors', async () => {
    await using refusing = await startServer(answering(400, { error: 'no' }));
    for (const url of [await deadUrl(), refusing.url]) {
      const connections = [
        { baseUrl: url, token: 'sesame' },
        { baseUrl: url, username: 'u', password: 'sesame' },
        { baseUrl: url.replace('//', '//u:sesame@') },
      ];
      for (const connection of connections) {
        const client = new BrokerClient({ ...connection, retries: 0 }, {});
        const error: unknown = await client.index().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(Error);
        const seen = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
        expect(seen).not.toContain('sesame');
        expect(seen).not.toContain(Buffer.from('u:sesame').toString('base64'));
      }
    }
  });

  it('keeps the base path', async () => {
    await using server = await startServer(answering(200, index));
    await new BrokerClient(`${server.url}/pact/broker/`).index();
    expect(server.requests[0]?.url).toBe('/pact/broker/');
  });

  it.each([500, 503, 429, 408])('repeats a request after a %i', async (status) => {
    let count = 0;
    await using server = await startServer((request, response) => {
      count++;
      if (count === 1) response.writeHead(status, { 'Retry-After': '0' }).end();
      else answering(200, index)(request, response);
    });
    await expect(new BrokerClient(server.url).index()).resolves.toEqual(index);
    expect(count).toBe(2);
  });

  it('repeats a request after a broken connection', async () => {
    let count = 0;
    await using server = await startServer((request, response) => {
      count++;
      if (count === 1) request.socket.destroy();
      else answering(200, index)(request, response);
    });
    await expect(new BrokerClient(server.url).index()).resolves.toEqual(index);
  });

  it('gives up in the end, and does not repeat a wrong request', async () => {
    await using down = await startServer(answering(503, {}));
    await expect(new BrokerClient({ baseUrl: down.url, retries: 1 }).index()).rejects.toThrow(
      BrokerResponseError,
    );
    expect(down.requests).toHaveLength(2);
    await using wrong = await startServer(answering(400, { errors: { name: ['is missing'] } }));
    await expect(new BrokerClient(wrong.url).index()).rejects.toThrow('name: is missing');
    expect(wrong.requests).toHaveLength(1);
  });

  it('reports an address without an answer, or without a broker', async () => {
    await expect(new BrokerClient({ baseUrl: await deadUrl(), retries: 0 }).index()).rejects.toThrow(
      BrokerUnreachableError,
    );
    await using page = await startServer((_, response) => response.end('<html>hello</html>'));
    await expect(new BrokerClient(page.url).index()).rejects.toThrow(NotAPactBrokerError);
    await using json = await startServer(answering(200, { hello: 1 }));
    await expect(new BrokerClient(json.url).index()).rejects.toThrow(NotAPactBrokerError);
    await using nothing = await startServer(answering(404, {}));
    await expect(new BrokerClient(`${nothing.url}/wrong`).index()).rejects.toThrow(
      `${nothing.url}/wrong does not answer like a Pact Broker: there is nothing (404)`,
    );
    const otherProtocol = nothing.url.replace('http:', 'https:');
    await expect(new BrokerClient({ baseUrl: otherProtocol, retries: 0 }).index()).rejects.toThrow(
      'must start with http://',
    );
  });

  it.each([
    [{ error: 'one' }, 'one'],
    [{ error: { message: 'two', reference: 'x' } }, 'two'],
    [{ errors: ['three', 'four'] }, 'three; four'],
    [{ errors: { a: ['five'], '': ['six'] } }, 'a: five; six'],
    [{ title: 'T', detail: 'seven' }, 'seven'],
    [{ errors: [{ pointer: '/a', detail: 'eight' }] }, 'a: eight'],
  ])('reads the messages of %j', async (body, message) => {
    await using server = await startServer(answering(400, body));
    await expect(new BrokerClient(server.url).index()).rejects.toThrow(
      `The Pact Broker says: ${message} (400`,
    );
  });

  it('trusts a given certificate', async () => {
    await using server = await startSecureServer(answering(200, index));
    const connection = { baseUrl: server.url, retries: 0 };
    const distrusting = new BrokerClient(connection).index();
    await expect(distrusting).rejects.toThrow(BrokerUnreachableError);
    await expect(distrusting).rejects.toThrow('SSL_CERT_FILE');
    await expect(new BrokerClient({ ...connection, ca: server.certificate.pem }).index()).resolves.toEqual(
      index,
    );
  });
});
