import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser, startBrowser, type TestBrowser } from '../../../test/browser.ts';
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

  it('shows what is published and verified, without a reload', async () => {
    const visitor = await browser.visitor(broker.url);
    const { page } = visitor;
    await visitor.open('/');
    await page.waitForSelector('html[data-live=on]');
    await page.evaluate(() => document.body.setAttribute('data-not', 'reloaded'));

    await broker.publish('Web', 'Users', { branch: 'main' });
    await page.getByRole('cell', { name: 'Never verified' }).waitFor();
    // Whoever is about to press Enter must not be taken elsewhere.
    await visitor.tabTo('Details of Web and Users');
    await broker.verify('Web', 'Users', { version: '7' });
    await page.getByText('Verified', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Details of Web and Users',
    );
    expect(await page.getAttribute('body', 'data-not')).toBe('reloaded');
    expect(visitor.surprises).toEqual([]);
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
