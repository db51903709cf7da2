import { launch } from '@pact-workshop/chromium';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';

export type TestBrowser = Awaited<ReturnType<typeof startBrowser>>;
export type Visitor = Awaited<ReturnType<TestBrowser['visitor']>>;

/** Chromium. A visitor is a person with a window of their own, whom nothing may surprise. */
export async function startBrowser() {
  const browser = await launch();

  /**
   * A window that looks at pages of one broker.
   * @param base the broker's URL; a request to anywhere else is refused and noted
   */
  async function visitor(base: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ baseURL: base, ...options });
    const surprises: string[] = [];
    await context.route(
      (url) => url.origin !== new URL(base).origin,
      (route) => {
        surprises.push(`request to ${route.request().url()}`);
        return route.abort();
      },
    );
    await context.addInitScript({ content: axe.source });
    const page = await context.newPage();
    page.on('console', (message) => {
      // Chromium complains of a page that is itself a 404; that is what a test may be looking at.
      const isOwnStatus =
        message.text().startsWith('Failed to load') && message.location().url === page.url();
      if (!isOwnStatus && ['error', 'warning'].includes(message.type()))
        surprises.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => surprises.push(`error: ${error.message}`));
    return {
      page,
      /** Opens a path of the broker. */
      open: (path: string) => page.goto(path),
      /** Console messages, script errors and requests to elsewhere so far. */
      surprises,
      /** What axe-core says is against the rules of accessibility, a line each. */
      violations: () => violationsOf(page),
      /** Presses Tab until the focus is on an element with this accessible name, as a person without a mouse does. */
      tabTo: (name: string | RegExp) => tabTo(page, name),
      close: () => context.close(),
    };
  }

  return { visitor, close: () => browser.close() };
}

async function violationsOf(page: Page): Promise<string[]> {
  // What is in order is not gathered: that is most of the work, and nobody reads it.
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
}

const mostSteps = 200;

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  const seen: string[] = [];
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const { activeElement: element } = document;
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
    });
    if (fits(text)) return;
    seen.push(text);
  }
  throw new Error(
    `No element called ${String(name)} is reached by Tab. Reached: ${[...new Set(seen)].join(' | ')}`,
  );
}
