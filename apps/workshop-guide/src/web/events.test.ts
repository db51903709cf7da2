import { once, type EventEmitter } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from '@jest/globals';
import { Companion } from '../checking/index.ts';
import type { Workshop } from '../guide/index.ts';
import { events } from './events.ts';

it('A page receives an event for every change while it listens', async () => {
  const companion = new Companion({} as Workshop);
  const server = express().get('/events', events(companion)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = new AbortController();
  const { body } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/events`, {
    signal: stop.signal,
  });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  const until = async (count: number) => {
    while (received.split('event: change').length - 1 < count)
      received += (await reader?.read())?.value ?? '';
  };
  await until(1);
  for (const count of [2, 3, 4]) {
    companion.emit('change');
    await until(count);
  }
  expect(received).toMatch(/^retry: 1000\n\n(event: change\ndata: [^\n]+\n\n){4}$/);
  const left = once(companion as EventEmitter, 'removeListener', { signal: AbortSignal.timeout(5000) });
  stop.abort();
  await left;
  expect(companion.listenerCount('change')).toBe(0);
  server.close();
});
