import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

describe('The documentation of relations', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    await broker.publish('C', 'P', { branch: 'main' });
    await broker.verify('C', 'P', { version: '1' });
  });
  afterEach(() => broker.close());

  const page = (path: string) => broker.request('GET', path, undefined, { accept: 'text/html' });
  const relations = async (path: string) => {
    const { body } = await broker.request('GET', path);
    const links = Object.keys((body as { _links: object })._links);
    return links.flatMap((link) => /^(?:pb|beta):(.+)$/.exec(link)?.[1] ?? []);
  };

  it.each([
    ['index', '/'],
    ['pact', '/pacts/provider/P/consumer/C/latest'],
    ['pacts', '/pacts/latest'],
    ['pacticipant', '/pacticipants/C'],
    ['version', '/pacticipants/C/versions/1'],
  ])('has a page for each in the context %s', async (context, path) => {
    const found = await relations(path);
    expect(found.length).toBeGreaterThan(0);
    for (const relation of found) {
      const { status, headers, text } = await page(`/doc/${relation}?context=${context}`);
      expect([relation, status]).toEqual([relation, 200]);
      expect(headers.get('content-type')).toBe('text/html;charset=utf-8');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).toMatch(/<dt>Path<\/dt>\s*<dd><code>\//);
    }
  });

  it('distinguishes relations of one name by their context', async () => {
    const title = async (context: string) =>
      /<h1>(.*)<\/h1>/.exec((await page(`/doc/self${context}`)).text)?.[1];
    expect(await title('?context=index')).toBe('The index');
    expect(await title('?context=version')).toBe('A version');
    expect(await title('')).toBe('The index');
  });

  it('has a page for those of webhooks', async () => {
    for (const path of ['/doc/webhooks', '/doc/webhook?context=index', '/doc/webhooks-create']) {
      expect((await page(path)).text).toContain('whitelist');
    }
  });

  it('says when there is nothing to read, and shows names as text', async () => {
    for (const name of ['%3Cscript%3E', 'constructor', '__proto__']) {
      const { status, text } = await page(`/doc/${name}?context=index`);
      expect(status).toBe(404);
      expect(text).toContain('Nothing is written');
      expect(text).not.toMatch(/<script(?! type="module" src="\/)/);
    }
  });
});
