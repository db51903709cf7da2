import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../test/broker-client.ts';
import { pageClient } from '../../test/page-client.ts';
import { defaultSettings } from '../config/index.ts';
import { openDatabase } from '../database/index.ts';
import { MessageError, textOf, Urls } from '../http/index.ts';
import { pageRouter, seeOther } from './page-route.ts';

describe('A form', () => {
  it('is stored whole or not at all', async () => {
    const database = openDatabase(':memory:');
    database.execute('CREATE TABLE notes (text TEXT)');
    const routing = {
      router: express.Router(),
      database,
      urlsOf: () => new Urls('http://broker.example'),
      clock: () => new Date(),
      settings: defaultSettings,
    };
    const app = express().use(express.raw({ type: () => true }));
    app.use(
      pageRouter(routing, [
        {
          path: '/notes',
          post({ form }) {
            const text = textOf(form['text']) ?? '';
            database.run('INSERT INTO notes VALUES (?)', text);
            if (text === 'bad')
              throw new MessageError(409, 'not that one', { slug: 'conflict', title: 'Conflict' });
            return seeOther('/notes');
          },
        },
      ]),
    );
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const pages = pageClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const bad = await pages.send('/notes', [['text', 'bad']]);
    const good = await pages.send('/notes', [['text', 'good']]);
    server.close();
    server.closeAllConnections();
    expect([bad.status, good.status, good.location]).toEqual([409, 303, '/notes']);
    expect(database.all('SELECT text FROM notes')).toEqual([{ text: 'good' }]);
    database.close();
  });

  it('is only what a form sends: whatever else is sent there is for the API, which knows nothing of it', async () => {
    await using broker = await startTestBroker();
    const { body } = await broker.request('POST', '/webhooks', {
      events: [{ name: 'contract_published' }],
      request: { method: 'POST', url: 'https://ci.example' },
    });
    const path = new URL((body as { _links: { self: { href: string } } })._links.self.href).pathname;
    const browser = { accept: 'text/html' };
    const deletion = `${path}/delete`;
    expect((await broker.request('POST', deletion, {}, browser)).status).toBe(404);
    expect((await broker.request('GET', path)).status).toBe(200);
    expect((await pageClient(broker).send(deletion, [])).status).toBe(303);
    expect((await broker.request('GET', path)).status).toBe(404);
  });
});
