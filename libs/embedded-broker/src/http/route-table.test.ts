import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { RouteTable, type Routes } from './route-table.ts';

const paths = [
  '/',
  '/a',
  '/a/:x',
  '/a/fixed',
  '/A/:x/b/:y',
  '/a/:x/:y/:z',
  '/a/c/b/:z',
  '/:any/fixed/file.html',
  '/stop/:x',
  '/stop/:x',
  '/throw/:x',
  '/reject/:x',
];

/** Mounts the paths: each says that it was there, and hands the request on. */
function mount(routes: Routes): void {
  for (const [place, path] of paths.entries())
    routes.all(path, (request, response, next) => {
      response.append('seen', `${place} ${JSON.stringify(request.params)}`);
      if (path.startsWith('/throw')) throw new Error('thrown');
      if (path.startsWith('/reject')) return Promise.reject(new Error('rejected'));
      next(path.startsWith('/stop') ? 'router' : undefined);
    });
}

describe('A table of routes', () => {
  const table = new RouteTable();
  const router = express.Router();
  mount(table);
  mount(router);
  const failed: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, _next) =>
    void response.status(error.status ?? 500).end(error.message);
  const end: RequestHandler = (request, response) => void response.end(JSON.stringify(request.params));
  const app = express().use('/table', table.handle, end).use('/express', router, end).use(failed);
  const server = app.listen(0, '127.0.0.1');
  beforeAll(async () => {
    if (!server.listening) await once(server, 'listening');
  });
  afterAll(() => void server.close());

  const ask = async (path: string) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    const answer = await fetch(url, { method: 'POST' });
    return { status: answer.status, seen: answer.headers.get('seen'), text: await answer.text() };
  };

  it.each([
    '/',
    '/a',
    '/A/',
    '/a?x=1',
    '/a/1',
    '/a/Fixed',
    '/a/fixed/file.html',
    '/a/fixed/fileXhtml',
    '/a/c/b/d',
    '/a/C/B/D%2Fe%20%C3%A9/',
    '/a/x/b/y/z',
    '/a/x/b//',
    '/a/%zz',
    '/a/%zz/b/y',
    '/stop/1',
    '/throw/1',
    '/reject/1',
    '/nowhere',
    '/%61',
  ])('has for %s the routes that Express has', async (path) => {
    const expected = await ask(`/express${path}`);
    expect(await ask(`/table${path}`)).toEqual(expected);
  });

  it('refuses paths that it could not match', () => {
    for (const path of ['/a/*rest', '/a{/b}', '/:a.json', '/(a)'])
      expect(() => new RouteTable().all(path, () => undefined)).toThrow(path);
  });
});
