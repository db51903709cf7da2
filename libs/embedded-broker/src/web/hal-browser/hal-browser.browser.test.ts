import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from '@pact-workshop/chromium/describe-in-browser';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';
import { startBrowser, type TestBrowser } from '../../../test/browser.ts';

describeInBrowser('The API browser', () => {
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

  it('shows names as text wherever they stand', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await broker.publish(evil, 'Orders', { version: evil, branch: evil });
    const visitor = await browser.visitor(broker.url);
    const { page } = visitor;
    for (const path of ['/pacticipants', `/pacticipants/${encodeURIComponent(evil)}`, '/pacts/latest']) {
      await visitor.open(`/hal-browser/browser.html#${path}`);
      await page.getByText(`GET ${path}: 200`).waitFor();
      for (const summary of await page.locator('#resource summary').all()) await summary.click();
      expect(await page.locator('#resource').innerText()).toContain('<img src=x');
      expect(await page.locator('#resource').locator('img, script').count()).toBe(0);
    }
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  });

  it('goes nowhere else, and says what it can’t show', async () => {
    const visitor = await browser.visitor(broker.url);
    const { page } = visitor;
    await visitor.open('/hal-browser/browser.html#https://elsewhere.example/x');
    await page.getByText('This is not an address of this broker.').waitFor();
    await page.getByLabel('Path', { exact: true }).fill('/metrics');
    await page.keyboard.press('Enter');
    await page.getByText('GET /metrics: 200').waitFor();
    await visitor.open('/hal-browser/browser.html?url=/environments');
    await page.getByText('GET /environments: 200').waitFor();
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  });

  it('walks below the path under which a proxy shows the broker', async () => {
    const proxy = createServer((incoming, outgoing) => {
      const { method, headers, url = '' } = incoming;
      const onward = ask(proxied.url + url.replace(/^\/pacts/, ''), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    await using proxied = await startTestBroker({ settings: { baseUrls: [`${origin}/pacts`] } });
    const visitor = await browser.visitor(origin);
    const { page } = visitor;
    await visitor.open('/pacts/hal-browser/browser.html#/');
    await page.getByRole('link', { name: `${origin}/pacts/environments`, exact: true }).click();
    await page.getByText('GET /environments: 200').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'pb:webhooks', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/pacts/doc/webhooks');
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, 'close');
  });
});
