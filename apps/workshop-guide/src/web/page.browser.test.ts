import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { launch } from '@pact-workshop/chromium';
import { describeInBrowser } from '@pact-workshop/chromium/describe-in-browser';
import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, watchFor } from '../../test/browser.ts';
import { TestPage } from '../../test/guide-page.ts';

describeInBrowser("The guide's page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function visit(
    url: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<[Page, string[]]> {
    const page = await browser.newPage(options);
    const seen = watchFor(page);
    await page.goto(url);
    return [page, seen];
  }

  it('marks a task as done after a save, shows a mismatch, and keeps progress over a reload', async () => {
    await using guide = await TestPage.open();
    const [page, seen] = await visit(`${guide.url}/lessons/01-greet`);
    await page.waitForSelector('#task-greeting.untouched');

    guide.write('apps/greeter/greeting.txt', 'hello');
    await page.waitForSelector('#task-greeting.done');
    await page.waitForSelector('#task-status.untouched');
    expect(await page.textContent('#task-status .expected')).toBe('200');
    expect(await page.textContent('#task-status .actual')).toBe('404');
    await page.waitForFunction(
      "document.getElementById('announcement').textContent === 'Task 1 is done. 1 of 2 tasks done'",
    );

    await page.reload();
    expect(await page.getAttribute('#task-greeting', 'class')).toBe('done');
    guide.write('apps/greeter/status.txt', '200');
    await page.getByRole('button', { name: 'Next lesson' }).click();
    await page.waitForSelector('#task-broken');
    expect(new URL(page.url()).pathname).toBe('/lessons/02-contract');
    expect(seen).toEqual([]);
    await page.close();
  });

  it('keeps open details and the focus during an update', async () => {
    await using guide = await TestPage.open();
    const [page] = await visit(`${guide.url}/lessons/01-greet`);
    await page.waitForSelector('#task-greeting.untouched');
    await page.getByText('The whole output').first().click();
    await page.focus('#do-hint');
    guide.write('apps/greeter/greeting.txt', 'nearly');
    await page.waitForSelector('text=It says: nearly');
    expect(await page.getAttribute('#output-greeting', 'open')).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('do-hint');
    await page.close();
  });

  it('moves the focus to the nearest element when the focused one is removed, and keeps the scroll position', async () => {
    await using guide = await TestPage.open();
    const [page] = await visit(`${guide.url}/lessons/01-greet`, { viewport: { width: 400, height: 800 } });
    await page.waitForSelector('#task-greeting.untouched');
    const wide = 'nearly '.repeat(1500);
    guide.write('apps/greeter/greeting.txt', wide);
    await page.waitForSelector('#said-greeting:has-text("nearly")');
    await page.focus('#said-greeting');
    await page.evaluate("document.getElementById('said-greeting').scrollTop = 50");
    guide.write('apps/greeter/greeting.txt', `${wide}once more`);
    await page.waitForSelector('#said-greeting:has-text("once more")');
    expect(await page.evaluate('[document.activeElement.id, document.activeElement.scrollTop]')).toEqual([
      'said-greeting',
      50,
    ]);
    guide.write('apps/greeter/greeting.txt', 'hello');
    await page.waitForSelector('#task-greeting.done');
    expect(await page.evaluate('document.activeElement.id')).toBe('task-greeting');
    await page.close();
  });

  it('closes its connection while it is hidden, and updates when it is visible again', async () => {
    await using guide = await TestPage.open();
    const [page] = await visit(`${guide.url}/lessons/01-greet`);
    await page.waitForSelector('#task-greeting.untouched');
    const listening = () => guide.companion.listenerCount('change');
    const see = (seen: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, value: ${!seen} });
        document.dispatchEvent(new Event('visibilitychange'))`);
    const before = listening();
    await see(false);
    guide.write('apps/greeter/greeting.txt', 'hello');
    await guide.companion.check();
    expect(listening()).toBe(before - 1);
    expect(await page.getAttribute('#task-greeting', 'class')).not.toBe('done');
    await see(true);
    await page.waitForSelector('#task-greeting.done');
    expect(listening()).toBe(before);
    await page.close();
  });

  it('can be used with the keyboard alone', async () => {
    await using guide = await TestPage.open();
    const [page] = await visit(`${guide.url}/lessons/01-greet`);
    await page.waitForSelector('#task-greeting.untouched');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.focus('#do-hint');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Be friendly.');
    await page.close();
  });

  it('stays where it is after each action, and announces what came of it', async () => {
    await using guide = await TestPage.open();
    const [page, seen] = await visit(`${guide.url}/lessons/01-greet`);
    await page.waitForSelector('#task-greeting.untouched');
    await page.evaluate('globalThis.isSamePage = true');
    const announced = (text: string) => page.waitForSelector(`#announcement:has-text("${text}")`);
    const here = () => page.evaluate('[globalThis.isSamePage, document.activeElement.id]');

    await page.focus('#do-hint');
    await page.keyboard.press('Enter');
    await announced('Hint 1 of 3: Be friendly.');
    expect(await here()).toEqual([true, 'do-hint']);

    guide.write('apps/greeter/greeting.txt', 'hello');
    await page.focus('#do-check');
    await page.keyboard.press('Enter');
    await announced('Task 1 is done');
    expect(await here()).toEqual([true, 'do-check']);

    await page.focus('#do-reset');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#task-greeting.untouched');
    expect(await here()).toEqual([true, 'do-reset']);
    expect(guide.read('apps/greeter/greeting.txt')).toContain('TODO');
    expect(seen).toEqual([]);
    await page.close();
  });

  it('works without JavaScript', async () => {
    await using guide = await TestPage.open();
    const [page] = await visit(`${guide.url}/lessons/01-greet`, { javaScriptEnabled: false });
    guide.write('apps/greeter/greeting.txt', 'hello');
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.waitForSelector('#task-greeting.done');
    await page.getByRole('button', { name: 'Show a hint' }).click();
    await page.waitForSelector('text=Be friendly.');
    await page.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
  ] as const)('is accessible, and fits the screen: %s, %i pixels wide', async (colorScheme, width) => {
    await using guide = await TestPage.open();
    guide.write('apps/greeter/greeting.txt', 'hello');
    await guide.companion.check();
    guide.write('notes.md', 'mine');
    const [page, seen] = await visit(guide.url, { colorScheme, viewport: { width, height: 800 } });
    for (const path of ['/', '/lessons/01-greet', '/lessons/01-greet/diff', '/lessons/02-contract']) {
      await page.goto(guide.url + path);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    expect(seen).toEqual([]);
    await page.close();
  });
});
