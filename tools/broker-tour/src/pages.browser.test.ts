import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from '@pact-workshop/chromium/describe-in-browser';
import type { RunningBroker } from '@pact-workshop/embedded-broker';
import { startBrowser, type TestBrowser } from '../../../libs/embedded-broker/test/browser.ts';
import { startShop, versions } from './shop.ts';

const contract = '/pacts/provider/Orders/consumer/Storefront';

/** Every kind of page, as somebody with a shop sees it. */
const pages = [
  '/',
  '/pacticipants/Orders',
  '/dashboard/provider/Orders/consumer/Storefront',
  `${contract}/version/${versions.storefront}`,
  `${contract}/compare?from=${versions.storefront}&to=${versions.storefrontWithGiftWrap}`,
  '/matrix',
  '/matrix/provider/Orders/consumer/Storefront',
  '/matrix?q[][pacticipant]=Storefront&q[][branch]=main&q[][latest]=true&environment=production&latestby=cvpv',
  '/matrix?q[][pacticipant]=Nobody',
  '/can-i-deploy',
  `/can-i-deploy?pacticipant=Storefront&version=${versions.storefrontWithGiftWrap}&environment=production`,
  '/can-i-deploy?pacticipant=Orders&branch=main&environment=production',
  '/environments',
  '/environments/production',
  '/environments/compare?left=test&right=production',
  '/network',
  '/network?pacticipant=Orders&steps=1',
  '/webhooks',
  '/webhooks/new',
  '/search?q=Or',
  '/search?q=nothing%20like%20this',
  '/hal-browser/browser.html#/',
  '/hal-browser/browser.html#/pacticipants/Orders',
  '/doc/webhooks',
  '/nowhere',
];

describeInBrowser('The pages of a broker with the history of a shop', () => {
  let broker: RunningBroker;
  let browser: TestBrowser;
  beforeAll(async () => {
    broker = await startShop();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await broker.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`are accessible in ${colorScheme} mode, and nothing surprises`, async () => {
      const visitor = await browser.visitor(broker.url, { colorScheme });
      const violations: Record<string, string[]> = {};
      for (const path of pages) {
        await visitor.open(path);
        if (path.startsWith('/hal-browser'))
          await visitor.page.getByRole('heading', { name: 'Links' }).waitFor();
        const found = await visitor.violations();
        if (found.length > 0) violations[path] = found;
      }
      expect(violations).toEqual({});
      expect(visitor.surprises).toEqual([]);
      await visitor.close();
    });
  }

  it('fit a telephone, and can be read without scripts', async () => {
    const visitor = await browser.visitor(broker.url, { viewport: { width: 360, height: 740 } });
    const wide: Record<string, number> = {};
    for (const path of pages) {
      await visitor.open(path);
      if (path.startsWith('/hal-browser'))
        await visitor.page.getByRole('heading', { name: 'Links' }).waitFor();
      const width = await visitor.page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > 360) wide[path] = width;
    }
    expect(wide).toEqual({});
    await visitor.close();

    const plain = await browser.visitor(broker.url, { javaScriptEnabled: false });
    await plain.open('/matrix');
    await plain.page.getByRole('combobox', { name: 'Branch' }).first().fill('feat/gift-wrap');
    await plain.page.getByRole('combobox', { name: 'Pacticipant' }).first().fill('Storefront');
    await plain.page.getByRole('button', { name: 'Show the matrix' }).click();
    expect(await plain.page.locator('tbody tr').count()).toBe(2);
    await plain.close();
  });
});
