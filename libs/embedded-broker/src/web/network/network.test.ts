import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

describe('The network page', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());
  const visit = async (query = '') =>
    (await broker.request('GET', `/network${query}`, undefined, { accept: 'text/html' })).text;
  const boxes = (text: string) =>
    [...text.matchAll(/class="box[^"]*" aria-label="([^"]*)"/g)].map(([, name]) => name);

  it('draws who has a contract with whom, and how each stands, in words too', async () => {
    await broker.publish('Web', ['Orders', 'Users']);
    await broker.verify('Web', 'Orders', { version: '1', success: false });
    const text = await visit();
    expect(boxes(text)).toEqual(['Web', 'Orders', 'Users']);
    expect(text).toContain('3 pacticipants, 2 contracts.');
    expect(await visit('?pacticipant=Users&steps=1')).toContain('2 pacticipants, 1 contract.');
    expect(text).toContain('aria-label="Web → Orders: Failed"');
    expect(text).toContain('<span class="status bad">Failed</span>');
    expect(text).toContain('aria-label="Web → Users: Never verified"');
  });

  it('draws the neighbourhood of one, as far as asked for', async () => {
    await broker.publish('A', 'B');
    await broker.publish('B', 'C');
    await broker.publish('C', 'D');
    expect(boxes(await visit('?pacticipant=A&steps=1'))).toEqual(['A', 'B']);
    expect(boxes(await visit('?pacticipant=A'))).toEqual(['A', 'B', 'C']);
    const small = await visit('?max=2');
    expect(boxes(small)).toEqual(['B', 'C']);
    expect(small).toContain('2 more pacticipants are left out');
  });

  it('stays readable where there is much, and says what it leaves out', async () => {
    const names = Array.from({ length: 160 }, (_, i) => `S${1000 + i}`);
    for (const [i, name] of names.slice(0, 30).entries())
      await broker.publish(name, i < 5 ? names.slice(i + 1) : names.slice(i + 1, 30));
    await broker.verify('S1000', 'S1001', { version: '1', success: false });
    const text = await visit('?max=1000');
    expect(boxes(text)).toHaveLength(150);
    expect(text.match(/class="arrow[^"]*"\s+tabindex/g)).toHaveLength(600);
    expect(text).toContain('aria-label="S1000 → S1001: Failed"');
    expect(text).toContain('10 more pacticipants are left out');
    expect(text).toMatch(/\d+ more contracts are left out/);
    expect(text).toContain('choose a pacticipant as the middle');
    expect(await visit('?pacticipant=S1159&steps=1')).not.toContain('left out');
  });

  it('is where the official address of a picture leads', async () => {
    const headers = { accept: 'text/html' };
    const path = '/pacticipants/A%20b/network?maxPacticipants=40';
    const { status, headers: given } = await fetch(broker.url + path, { headers, redirect: 'manual' });
    expect([status, given.get('location')]).toEqual([303, '/network?pacticipant=A+b&max=40']);
  });

  it('shows names as text, and says when there is nothing to draw', async () => {
    expect(await visit()).toContain('There are no contracts to show');
    expect(await visit('?pacticipant=%3Cb%3E')).toContain('There is no pacticipant called &lt;b>');
    await broker.publish('<script>a', '"><b>');
    const text = await visit();
    expect(text).not.toMatch(/<script>a|"><b>/);
    expect(text).toContain('&lt;script>a');
  });
});
