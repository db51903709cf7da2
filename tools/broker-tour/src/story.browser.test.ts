import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from '@pact-workshop/chromium/describe-in-browser';
import type { RunningBroker } from '@pact-workshop/embedded-broker';
import { startBrowser, type TestBrowser, type Visitor } from '../../../libs/embedded-broker/test/browser.ts';
import { startHttpServer } from './http-server.ts';
import { startShop, versions } from './shop.ts';

describeInBrowser('Somebody in front of the broker', () => {
  let broker: RunningBroker;
  let browser: TestBrowser;
  let visitor: Visitor;
  beforeAll(async () => {
    broker = await startShop();
    browser = await startBrowser();
    visitor = await browser.visitor(broker.url);
  });
  afterAll(async () => {
    await browser.close();
    await broker.close();
  });
  const heading = () => visitor.page.getByRole('heading', { level: 1 }).innerText();

  it('searches for a branch, and sees what it is about', async () => {
    const { page } = visitor;
    await visitor.open('/');
    await page.getByRole('searchbox', { name: 'Search' }).fill('gift');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'feat/gift-wrap' }).click();
    expect(await heading()).toContain('Storefront');
  });

  it('walks from the network to a contract', async () => {
    const { page } = visitor;
    await visitor.open('/network');
    const picture = page.getByRole('group', { name: 'Network' });
    expect(await picture.getByRole('link', { name: 'Storefront → Orders: Failed' }).count()).toBe(1);
    await picture.getByRole('link', { name: 'Mailer', exact: true }).click();
    expect(await heading()).toContain('Mailer');
    await visitor.open('/network');
    await picture.getByRole('link', { name: 'Orders → Payments: Verified' }).click();
    expect(new URL(page.url()).pathname).toBe('/dashboard/provider/Payments/consumer/Orders');
  });

  it('asks the matrix with the keyboard alone, sorts the answer, and follows it to a result', async () => {
    const { page } = visitor;
    await visitor.open('/matrix');
    await visitor.tabTo('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Storefront');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('feat/gift-wrap');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/matrix?*');
    expect(decodeURIComponent(new URL(page.url()).search)).toBe(
      '?q[][pacticipant]=Storefront&q[][branch]=feat/gift-wrap&q[][latest]=true&latestby=cvpv&limit=100',
    );
    const providers = () => page.locator('tbody td:nth-child(4)').allInnerTexts();
    expect(await providers()).toEqual(['Catalogue', 'Orders']);
    await visitor.tabTo('Provider');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await providers()).toEqual(['Orders', 'Catalogue']);
    await visitor.tabTo('Failed');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/verification-results/*');
  });

  it('asks whether the branch may be deployed, and is told why not', async () => {
    const { page } = visitor;
    await visitor.open('/can-i-deploy');
    await page.getByRole('combobox', { name: 'Pacticipant' }).fill('Storefront');
    await page.getByRole('combobox', { name: 'or the latest of branch' }).fill('feat/gift-wrap');
    await page.getByRole('combobox', { name: 'to environment' }).selectOption('production');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByRole('heading', { level: 2, name: 'No' }).waitFor();
    const text = await page.getByRole('main').innerText();
    expect(text).toContain(
      `(${versions.storefrontWithGiftWrap}) and the version of Orders currently in production`,
    );
    expect(text).toContain(
      'See in the result of version 7.0.1 of Orders which interactions of Storefront failed',
    );
    expect(text).toContain('pact-tooling can-i-deploy --pacticipant Storefront --branch feat/gift-wrap');
    expect(new URL(page.url()).search).toBe(
      '?pacticipant=Storefront&branch=feat%2Fgift-wrap&environment=production',
    );
  });

  it('compares two environments, and asks whether what is in test may go on', async () => {
    const { page } = visitor;
    await visitor.open('/environments');
    await page.getByLabel('Compare').first().selectOption('test');
    await page.getByLabel('with').selectOption('production');
    await page.getByLabel('Show').selectOption('differences');
    await page.getByRole('button', { name: 'Compare' }).click();
    const row = page.getByRole('row', { name: /^Storefront/ });
    expect(await row.innerText()).toContain('different');
    await row.getByRole('link', { name: /Can it go to Production/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Yes' }).waitFor();
  });

  it('creates a webhook after a mistake, tests it, changes it, and deletes it', async () => {
    await using receiver = await startHttpServer({ '/hook': 'done' });
    const { page } = visitor;
    await visitor.open('/webhooks');
    await page.getByRole('link', { name: 'New webhook' }).click();
    await page.getByLabel('Description').fill('Ring the bell');
    await page.getByLabel('contract published').check();
    await page.getByLabel('URL', { exact: true }).fill('nonsense');
    await page.getByLabel('Password').fill('a-secret-word');
    await page.getByRole('button', { name: 'Create the webhook' }).click();
    const url = page.getByLabel('URL', { exact: true });
    expect(await url.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Description').inputValue()).toBe('Ring the bell');
    expect(await visitor.violations()).toEqual([]);
    // Chromium tells the console of a page whose status is 400.
    visitor.surprises.length = 0;
    await url.fill(`${receiver.url}/hook`);
    await page.getByLabel('Password').fill('a-secret-word');
    await page.getByRole('button', { name: 'Create the webhook' }).click();
    expect(await heading()).toBe('Ring the bell');
    expect(await visitor.violations()).toEqual([]);

    await page.getByRole('button', { name: 'Test now' }).click();
    await page.getByText('It was delivered').waitFor();
    expect(await page.content()).not.toContain('a-secret-word');
    await page.getByRole('link', { name: 'Back to the webhook' }).click();

    await page.getByRole('link', { name: 'Edit' }).click();
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await page.getByLabel('Enabled').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Disabled').waitFor();

    await page.getByRole('link', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete the webhook' }).click();
    expect(await page.getByRole('link', { name: 'Ring the bell' }).count()).toBe(0);
  });

  it('reads the log of a delivery, and runs it again', async () => {
    const { page } = visitor;
    await visitor.open('/webhooks');
    await page.getByRole('link', { name: 'Start the verification of Orders' }).click();
    await page
      .getByRole('link', { name: /^contract published/ })
      .last()
      .click();
    expect(await page.getByRole('main').innerText()).toContain('Successfully executed webhook');
    expect(await page.content()).not.toContain('a-token-of-the-pipeline');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Run again' }).click();
    await page.waitForURL('**/triggered-webhooks/*/logs');
  });

  it('walks the API, and writes to it', async () => {
    const { page } = visitor;
    await visitor.open('/hal-browser/browser.html#/');
    await page
      .getByRole('link', { name: `${broker.url}/pacticipants`, exact: true })
      .first()
      .click();
    await page.getByText('GET /pacticipants: 200').waitFor();
    await page.getByText('Orders', { exact: true }).first().click();
    await page.getByRole('link', { name: 'GET /pacticipants/Orders' }).click();
    await page.getByText('GET /pacticipants/Orders: 200').waitFor();
    const row = page.getByRole('row', { name: /pb:label / });
    await row.getByRole('button', { name: /Send/ }).click();
    await page.getByLabel('Method').selectOption('PUT');
    await page.getByLabel('Path of the request').fill('/pacticipants/Orders/labels/shop');
    await page.getByLabel('Body').fill('{}');
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByText('PUT /pacticipants/Orders/labels/shop: 201').waitFor();
    await row.getByRole('textbox', { name: 'label' }).fill('shop');
    await row.getByRole('button', { name: 'Go' }).click();
    await page.getByText('GET /pacticipants/Orders/labels/shop: 200').waitFor();

    await visitor.open('/hal-browser/browser.html#/');
    await page.getByRole('link', { name: 'pb:webhooks', exact: true }).click();
    expect(await heading()).toBe('Webhooks');
  });

  it('was never surprised', () => {
    expect(visitor.surprises).toEqual([]);
  });
});
