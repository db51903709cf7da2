import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from '@pact-workshop/chromium/describe-in-browser';
import type { Locator, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '../../../test/browser.ts';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

describeInBrowser('A page that is open', () => {
  let broker: TestBroker;
  let browser: TestBrowser;
  beforeAll(async () => {
    broker = await startTestBroker();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await broker.close();
  });

  /** Lets the time of a page pass until something is there, so that no test waits for the pauses it makes on purpose. */
  const passUntilShown = async (page: Page, shown: Locator) => {
    while ((await shown.count()) === 0) await page.clock.runFor(500);
  };

  it('shows what is published and verified, without a reload', async () => {
    const visitor = await browser.visitor(broker.url);
    const { page } = visitor;
    await page.clock.install();
    await visitor.open('/');
    await page.waitForSelector('html[data-live=on]');
    await page.evaluate(() => document.body.setAttribute('data-not', 'reloaded'));

    await broker.publish('Web', 'Users', { branch: 'main' });
    await passUntilShown(page, page.getByRole('cell', { name: 'Never verified' }));
    // Whoever is about to press Enter must not be taken elsewhere.
    await visitor.tabTo('Details of Web and Users');
    await broker.verify('Web', 'Users', { version: '7' });
    await passUntilShown(page, page.getByText('Verified', { exact: true }));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Details of Web and Users',
    );
    expect(await page.getAttribute('body', 'data-not')).toBe('reloaded');
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  });

  it('keeps the chosen order of a table, its buttons, and what has the focus', async () => {
    await broker.publish('Sorted', 'First', { version: '1' });
    await broker.publish('Sorted', 'Last', { version: '1' });
    const visitor = await browser.visitor(broker.url);
    const { page } = visitor;
    const providers = () => page.locator('tbody').first().locator('tr > td:nth-child(2)').allTextContents();
    const header = page.getByRole('columnheader', { name: 'Provider', exact: true });
    const focused = () => page.evaluate('document.activeElement?.textContent.trim()');
    await page.clock.install();
    await visitor.open('/pacticipants/Sorted');
    await page.waitForSelector('html[data-live=on]');
    await header.getByRole('button').click();
    await header.getByRole('button').click();
    expect(await providers()).toEqual(['Last', 'First']);

    await broker.publish('Sorted', 'Middle', { version: '1' });
    await passUntilShown(page, page.getByRole('cell', { name: 'Middle', exact: true }));
    expect(await providers()).toEqual(['Middle', 'Last', 'First']);
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await focused()).toBe('Provider');

    // A row that comes before the focused one moves it, and must not take its focus.
    await page.locator('td').getByRole('link', { name: 'Last', exact: true }).focus();
    await broker.publish('Sorted', 'Next', { version: '1' });
    await passUntilShown(page, page.getByRole('cell', { name: 'Next', exact: true }));
    expect(await focused()).toBe('Last');
    await header.getByRole('button').click();
    expect(await providers()).toEqual(['First', 'Last', 'Middle', 'Next']);
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  });

  it('looks again at most every three seconds, however much is written', async () => {
    const visitor = await browser.visitor(broker.url);
    const { page } = visitor;
    await page.clock.install({ time: 0 });
    await visitor.open('/');
    await page.waitForSelector('html[data-live=on]');
    await page.clock.pauseAt(60_000);
    // By the page's own clock: a request is heard of here only some time after it was made.
    await page.evaluate(`window.looks = [];
      const { fetch } = window;
      window.fetch = (...request) => (window.looks.push(Date.now()), fetch(...request));`);
    const looks = () => page.evaluate<number[]>('window.looks');
    const publish = async (version: string) => {
      const heard = page.evaluate(`new Promise((resolve) => {
        const source = new EventSource('/live');
        source.addEventListener('open', () => document.body.setAttribute('data-heard', '${version}'));
        source.addEventListener('change', () => resolve(source.close()));
      })`);
      await page.waitForSelector(`body[data-heard="${version}"]`);
      await broker.publish('Busy', 'Users', { version });
      await heard;
    };
    /** Lets the page's time pass until it has looked this often. */
    const passUntilLooked = async (times: number) => {
      while ((await looks()).length < times) await page.clock.runFor(100);
    };
    await publish('1');
    await passUntilLooked(1);
    await publish('2');
    await passUntilLooked(2);
    const [first = NaN, second = NaN] = await looks();
    expect(second - first).toBeGreaterThanOrEqual(2900);
    await visitor.close();
  });

  it('catches up when the broker was away, and does not keep it from stopping', async () => {
    const first = await startTestBroker({ limits: { shutdownTimeout: 60_000 } });
    const port = Number(new URL(first.url).port);
    const visitor = await browser.visitor(first.url);
    await visitor.open('/');
    await visitor.page.waitForSelector('html[data-live=on]');
    await first.close();
    await visitor.page.waitForSelector('html:not([data-live])');
    const second = await startTestBroker({ port });
    await second.publish('Web', 'Users');
    await visitor.page.getByRole('cell', { name: 'Never verified' }).waitFor();
    await visitor.close();
    await second.close();
  });

  it('copies a version with the button beside it', async () => {
    const sha = 'ffffffffffffffffffffffffffffffffffffffff';
    await broker.publish('Web', 'Copied', { version: sha });
    const visitor = await browser.visitor(broker.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visitor;
    await visitor.open('/pacts/provider/Copied/consumer/Web/latest');
    await page
      .getByRole('button', { name: `Copy ${sha}` })
      .first()
      .click();
    await page.getByText('Copied', { exact: true }).last().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sha);
    await visitor.close();
  });
});
