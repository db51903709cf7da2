import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '../test/http-server.ts';
import { messagesOf } from './messages.ts';
import {
  BrokerClient,
  BrokerResponseError,
  BrokerUnauthorizedError,
  BrokerUnreachableError,
} from './index.ts';

const wants =
  'it requires credentials. Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or PACT_BROKER_TOKEN.';
const check =
  'check PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or PACT_BROKER_TOKEN, and their permissions.';

describe('A broker that denies access', () => {
  it.each([
    [401, {}, wants],
    [403, {}, wants],
    [401, { username: 'u', password: 'p' }, check],
    [403, { username: 'u', password: 'p' }, check],
    [401, { token: 't' }, check],
    [403, { token: 't' }, check],
  ])('with %i is reported with advice for the credentials %j', async (status, credentials, advice) => {
    await using server = await startServer(answering(status, { error: 'Forbidden' }));
    const asking = new BrokerClient({ baseUrl: server.url, ...credentials }, {}).index();
    await expect(asking).rejects.toThrow(BrokerUnauthorizedError);
    await expect(asking).rejects.toThrow(
      `The Pact Broker at ${server.url} refused the request (${status}): ${advice}`,
    );
    expect(server.requests).toHaveLength(1);
  });
});

describe('A refusal', () => {
  it('has the status, the address without its query, and the messages', async () => {
    const body = { errors: { name: ['is missing', 'is blank'] } };
    await using server = await startServer(answering(422, body));
    const url = `${server.url}/x?q=long`;
    const error: unknown = await new BrokerClient(server.url, {}).get(url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BrokerResponseError);
    expect(error).toMatchObject({
      name: 'BrokerResponseError',
      message: `The Pact Broker says: name: is missing; name: is blank (422 for ${server.url}/x)`,
      status: 422,
      url,
      messages: ['name: is missing', 'name: is blank'],
      body,
    });
  });

  it('without a message has its status', async () => {
    await using server = await startServer(answering(418, {}));
    await expect(new BrokerClient(server.url, {}).index()).rejects.toThrow('says: status 418 (418 for');
  });

  it.each([
    ['just text', ['just text']],
    [' text \n', ['text']],
    ['<html>a page</html>', []],
    ['  <html>', []],
    ['', []],
    [null, []],
    [undefined, []],
    [7, []],
    [{}, []],
    [{ error: 'e' }, ['e']],
    [{ error: 'e', errors: ['x'] }, ['e']],
    [{ error: { message: 'm' } }, ['m']],
    [{ error: { other: 'm' }, errors: ['x'] }, ['x']],
    [{ errors: 'text' }, ['text']],
    [{ errors: ['a', 'b'] }, ['a', 'b']],
    [{ errors: [] }, []],
    [{ errors: { f: 'one' } }, ['f: one']],
    [{ errors: { f: ['one', 'two'], g: ['three'], '': ['four'] } }, ['f: one', 'f: two', 'g: three', 'four']],
    [{ errors: [{ pointer: '/a/b', detail: 'd', message: 'm' }] }, ['a/b: d']],
    [{ errors: [{ message: 'm' }] }, ['m']],
    [{ errors: [{ code: 7 }, null] }, ['{"code":7}', 'null']],
    [{ title: 't' }, ['t']],
    [{ title: 't', detail: 'd' }, ['d']],
    [{ title: 7, detail: 'd' }, ['d']],
  ])('with the body %j has the messages %j', (body, messages) => {
    expect(messagesOf(body)).toEqual(messages);
  });
});

describe('A broker that can’t be reached', () => {
  it.each([
    ['ECONNREFUSED', 'Start it, or set PACT_BROKER_BASE_URL to its address.'],
    ['ETIMEDOUT', 'Start it, or set PACT_BROKER_BASE_URL to its address.'],
    ['EPROTO', 'PACT_BROKER_BASE_URL must start with http://'],
    ['CERT_HAS_EXPIRED', 'SSL_CERT_FILE or --ssl-certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SSL_CERT_FILE or --ssl-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'SSL_CERT_FILE or --ssl-certificate'],
  ])('because of %s is reported with advice: %s', (reason, advice) => {
    const error = new BrokerUnreachableError('http://b', reason);
    expect(error).toMatchObject({ name: 'BrokerUnreachableError', url: 'http://b' });
    expect(error.message).toContain(`No Pact Broker answers at http://b (${reason}). `);
    expect(error.message).toContain(advice);
  });
});
