import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeInBrowser } from '@pact-workshop/chromium/describe-in-browser';
import { startBrowser, type TestBrowser, type Visitor } from '../../test/browser.ts';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { failingTestResults, richPact } from '../../test/rich-pact.ts';

const sha = 'a3c1f0d2b4e5968778695a4b3c2d1e0f11223344';
const long = `long-${'name'.repeat(30)}`;
const pages = [
  '/',
  '/pacts/provider/User%20Service/consumer/Web/latest',
  '/matrix/provider/User%20Service/consumer/Web',
  '/pacticipants/Web',
  '/dashboard/provider/User%20Service/consumer/Web',
  '/dashboard/provider/User%20Service/consumer/Web?view=all',
  '/pacts/provider/User%20Service/consumer/Web/latest/verification-results/latest',
  `/pacts/provider/User%20Service/consumer/Web/compare?from=1&to=${sha}`,
  '/pacts/provider/Provider/consumer/Consumer/version/1',
  '/pacts/provider/Provider/consumer/Consumer/compare?from=1&to=2',
  `/pacticipants/${long}`,
  `/pacts/provider/Mailer/consumer/${long}/latest`,
  `/dashboard/provider/Mailer/consumer/${long}`,
  '/nowhere',
  '/hal-browser/browser.html',
  '/doc/webhooks',
];

/** A contract that Pact JS wrote, and the same with another name of one of its interactions, by consumer version. */
function recordedContracts(): Record<string, object> {
  const file = new URL('../../test/recorded/pact-js-contract.json', import.meta.url);
  const { contract } = JSON.parse(readFileSync(file, 'utf8')) as { contract: { interactions: object[] } };
  const [first, ...others] = contract.interactions;
  return { 1: contract, 2: { ...contract, interactions: [{ ...first, description: 'renamed' }, ...others] } };
}

describeInBrowser('In a browser', () => {
  let broker: TestBroker;
  let browser: TestBrowser;
  beforeAll(async () => {
    broker = await startTestBroker();
    browser = await startBrowser();
    for (const [version, name] of [
      ['1', 'Mary'],
      [sha, 'Maria'],
    ] as const) {
      const path = `/pacts/provider/User%20Service/consumer/Web/version/${version}`;
      await broker.request('PUT', path, richPact('Web', 'User Service', name));
    }
    for (const [version, contract] of Object.entries(recordedContracts())) {
      await broker.request('PUT', `/pacts/provider/Provider/consumer/Consumer/version/${version}`, contract);
    }
    await broker.request('PUT', `/pacticipants/Web/branches/main/versions/${sha}`, {});
    await broker.request('PUT', `/pacticipants/Web/versions/${sha}/tags/dev`, {});
    await broker.request('PUT', '/pacticipants/Web/labels/team-a', {});
    await broker.deploy('Web', sha, 'production');
    await broker.verify('Web', 'User%20Service', { consumerVersion: sha, version: '7' });
    const { body } = await broker.request('GET', '/pacts/provider/User%20Service/consumer/Web/latest');
    const { interactions, _links: links } = body as {
      interactions: { _id: string }[];
      _links: Record<string, { href: string }>;
    };
    await broker.request('POST', links['pb:publish-verification-results']?.href ?? '', {
      success: false,
      providerApplicationVersion: '10',
      buildUrl: 'https://ci.example/10',
      testResults: failingTestResults(interactions[0]?._id ?? ''),
    });
    await broker.publish(long, 'Mailer', { branch: long, tags: [long] });
    await broker.publish('Web', 'Mailer', { version: sha });
  });
  afterAll(async () => {
    await browser.close();
    await broker.close();
  });

  describe.each(['light', 'dark'] as const)('in %s mode', (colorScheme) => {
    // One window for all pages: a new one costs more than the page in it.
    let visitor: Visitor;
    beforeAll(async () => (visitor = await browser.visitor(broker.url, { colorScheme })));
    beforeEach(() => {
      visitor.surprises.length = 0;
    });
    afterAll(() => visitor.close());

    it.each(pages)('%s is accessible, and nothing surprises', async (path) => {
      const response = await visitor.open(path);
      expect(response?.status()).toBe(path === '/nowhere' ? 404 : 200);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.surprises).toEqual([]);
    });
  });

  it('a telephone shows all pages without scrolling sideways', async () => {
    const visitor = await browser.visitor(broker.url, { viewport: { width: 360, height: 740 } });
    for (const path of pages) {
      await visitor.open(path);
      const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width]).toEqual([path, 360]);
    }
    await visitor.close();
  });

  it('a person without a mouse skips the navigation, sorts a table and follows a link', async () => {
    const visitor = await browser.visitor(broker.url);
    const { page } = visitor;
    await visitor.open('/matrix/provider/User%20Service/consumer/Web');
    await visitor.tabTo('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

    await visitor.tabTo('Provider version');
    const versions = () => page.locator('tbody td:nth-child(3) code').allTextContents();
    await page.keyboard.press('Enter');
    expect(await versions()).toEqual(['7', '10']);
    await page.keyboard.press('Enter');
    expect(await versions()).toEqual(['10', '7']);

    await visitor.tabTo('a3c1f0d');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pacts/**');
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  });
});
