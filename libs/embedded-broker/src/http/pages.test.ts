import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

// As they are sent without anybody's doing; that of Java is HttpURLConnection's.
const chrome =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,' +
  'application/signed-exchange;v=b3;q=0.7';
const firefox = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const safari = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const java = 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2';

describe('Pages and documents', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());

  const get = (path: string, accept: string) =>
    fetch(broker.url + path, { headers: { accept }, redirect: 'manual' });

  // Type and place of the official broker's answers.
  it.each([
    ['/', 'text/html', 200, 'text/html', null],
    ['/', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 200, 'text/html', null],
    ['/', '*/*', 200, 'application/hal+json', null],
    ['/', chrome, 200, 'text/html', null],
    ['/', firefox, 200, 'text/html', null],
    ['/', safari, 200, 'text/html', null],
    ['/', java, 200, 'application/hal+json', null],
    ['/pacticipants', java, 200, 'application/hal+json', null],
    ['/nowhere', java, 404, 'application/json', null],
    ['/hal-browser/browser.html', 'text/html, application/json', 200, 'text/html', null],
    ['/', 'application/hal+json, text/html', 200, 'application/hal+json', null],
    ['/', 'text/plain', 406, null, null],
    ['/', 'text/csv', 406, null, null],
    ['/', 'text/html;q=0.5,application/hal+json', 303, null, '/hal-browser/browser.html#/'],
    ['/pacticipants', 'text/html,application/json', 303, null, '/hal-browser/browser.html#/pacticipants'],
    ['/', 'text/html,application/xhtml+xml,application/json', 303, null, '/hal-browser/browser.html#/'],
    ['/', 'application/hal+json,text/html,application/xhtml+xml', 200, 'application/hal+json', null],
    ['/pacticipants', 'application/hal+json, text/html', 200, 'application/hal+json', null],
    ['/hal-browser/browser.html', '*/*', 200, 'text/html', null],
    ['/hal-browser/', 'application/hal+json', 404, 'application/json', null],
  ])('are distinguished: GET %s, %s', async (path, accept, status, type, location) => {
    const response = await get(path, accept);
    const given = response.headers.get('content-type')?.split(';')[0] ?? null;
    const to = response.headers.get('location');
    expect([response.status, status === 303 ? null : given, to]).toEqual([status, type, location]);
  });

  it('have a policy that allows nothing inline and nothing from elsewhere', async () => {
    for (const path of ['/', '/hal-browser/browser.html']) {
      const response = await get(path, 'text/html');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
      const page = await response.text();
      expect(page).not.toMatch(
        /<script(?![^>]* src="\/)|<style|style=|\son\w+=|(?:src|href|action)="https?:/,
      );
    }
  });

  it('do not ask a program that deletes for a media type', async () => {
    await broker.request('POST', '/pacticipants', { name: 'A' });
    const answer = await broker.request('DELETE', '/pacticipants/A', undefined, { accept: 'text/html' });
    expect(answer.status).toBe(204);
  });
});
