import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { Router } from 'express';
import { pino } from 'pino';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { defaultSettings } from '../config/index.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { failure, mediaTypes, noContent, NotFoundError, resource, Urls } from './index.ts';

describe('A resource', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('Foo', 'Bar');
  });
  afterAll(() => broker.close());

  it.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['application/json ;charset=utf-8', 200],
    ['Application/JSON', 200],
    ['application/jsonp', 415],
    ['text/plain', 415],
    ['text/plain; application/json', 415],
    ['', 415],
  ])('reads a body of the type %j: %i', async (type, status) => {
    const answer = await broker.request(
      'POST',
      '/pacts/provider/Bar/for-verification',
      {},
      { 'content-type': type },
    );
    expect(answer.status).toBe(status);
  });

  it('reads no body whose type or content it does not know, and changes nothing', async () => {
    const put = (body: string, type: string) =>
      broker.request('PUT', '/pacticipants/New/versions/1', body, { 'content-type': type });
    expect((await put('{}', 'text/plain')).status).toBe(415);
    expect((await put('{', 'application/json')).status).toBe(400);
    expect((await broker.request('GET', '/pacticipants/New')).status).toBe(404);
  });

  it.each([
    ['*/*', 200, 'application/hal+json'],
    ['application/*', 200, 'application/hal+json'],
    ['text/plain;q=0.5, application/hal+json;q=0.1', 200, 'application/hal+json'],
    ['application/json', 406, undefined],
  ])('answers what accepts %j with %i', async (accept, status, type) => {
    const answer = await broker.request('GET', '/pacticipants', undefined, { accept });
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([status, type]);
    expect(answer.text === '').toBe(status === 406);
  });

  it('says what is wrong as JSON, also where its answers are something else', async () => {
    const answer = await broker.request('GET', '/matrix', undefined, { accept: 'text/plain' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      'application/hal+json;charset=utf-8',
    ]);
  });

  it('is asked before its body is, for what can be done with it at all', async () => {
    const wrong = await broker.request('PATCH', '/pacticipants', '{');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
  });

  it('says where a new thing is, and sends nothing with what is gone', async () => {
    const { status, headers } = await broker.request('POST', '/pacticipants', { name: 'Short lived' });
    const href = `${broker.url}/pacticipants/Short%20lived`;
    expect([status, headers.get('location')]).toEqual([201, href]);
    const gone = await broker.request('DELETE', href);
    expect([gone.status, gone.text, gone.headers.get('content-type')]).toEqual([204, '', null]);
  });

  it('has its own address in its links, with the query that was asked', async () => {
    const answer = await broker.request('GET', '/pacticipants?page=1&size=2');
    expect(answer.body).toMatchObject({
      _links: { self: { href: expect.stringContaining('/pacticipants') } },
    });
    const status = await broker.request('GET', '/pacts/provider/Bar/consumer/Foo/webhooks/status?a=b%20c');
    expect(status.body).toMatchObject({
      _links: { self: { href: `${broker.url}/pacts/provider/Bar/consumer/Foo/webhooks/status?a=b%20c` } },
    });
  });
});

describe('A resource that writes', () => {
  let database: Database;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    database = openDatabase(':memory:');
    database.run('CREATE TABLE things (name TEXT) STRICT');
    const router = Router();
    const write = () => database.run("INSERT INTO things VALUES ('x')");
    const routing = {
      router,
      database,
      urlsOf: () => new Urls(''),
      clock: () => new Date(),
      settings: defaultSettings,
    };
    const failing = (error: Error) => () => {
      write();
      throw error;
    };
    const consumes = [mediaTypes.json];
    resource(routing, '/refused', { post: { consumes, handle: failing(new NotFoundError()) } });
    resource(routing, '/failing', { post: { consumes, handle: failing(new Error('inside')) } });
    resource(routing, '/written', {
      post: {
        consumes,
        handle: () => {
          write();
          return noContent;
        },
      },
    });
    const app = express().use(
      express.raw({ type: () => true }),
      router,
      failure(pino({ level: 'silent' }), () => ''),
    );
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    database.close();
  });

  it.each([
    ['/written', '{}', 204, 1],
    ['/written', '', 204, 1],
    ['/written', '{', 400, 0],
    ['/written', '7', 400, 0],
    ['/refused', '{}', 404, 0],
    ['/failing', '{}', 500, 0],
  ])('keeps all of a request or nothing: %s, sent %j', async (path, body, status, kept) => {
    database.run('DELETE FROM things');
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(status);
    expect(database.all('SELECT * FROM things')).toHaveLength(kept);
  });
});

describe('A path that can name nothing', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());

  it.each([
    ['/pacticipants//A', 404, 'Empty path component found'],
    ['/pacticipants/a%0Ab', 422, 'URL path cannot contain a new line character.'],
    ['/pacticipants/a%0ab', 422, 'URL path cannot contain a new line character.'],
    ['/pacticipants/a%09b', 422, 'URL path cannot contain a tab character.'],
  ])('is refused: %s', async (path, status, detail) => {
    for (const method of ['GET', 'PUT']) {
      const answer = await broker.request(method, path, method === 'GET' ? undefined : {});
      expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([status, detail]);
    }
  });

  it.each([
    ['application/hal+json', 'application/hal+json'],
    ['text/html', 'text/html'],
  ])('is the client’s fault when it can not be decoded, for %s', async (accept, type) => {
    const answer = await broker.request('GET', '/pacticipants/%zz', undefined, { accept });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, `${type};charset=utf-8`]);
    expect(answer.text).toContain('Failed to decode param');
    expect((await broker.request('GET', '/pacticipants?q=%zz//%0a')).status).toBe(200);
  });
});
