import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, missingChromium } from '@pact-workshop/chromium';
import type { Browser } from 'playwright-core';
import { startShop, versions } from './shop.ts';

const directory = join(import.meta.dirname, '../../../docs/screenshots');

/** The pictures of the documentation, by name. */
const pictures: Readonly<Record<string, string>> = {
  overview: '/',
  pacticipant: '/pacticipants/Orders',
  pact: `/pacts/provider/Orders/consumer/Storefront/version/${versions.storefront}`,
  matrix: '/matrix/provider/Orders/consumer/Storefront',
  'can-i-deploy': `/can-i-deploy?pacticipant=Storefront&version=${versions.storefrontWithGiftWrap}&environment=production`,
  environments: '/environments',
  network: '/network',
  webhook: '/webhooks',
  'api-browser': '/hal-browser/browser.html#/environments',
};

/** Pictures stay small, since everybody clones them. */
const largest = 150_000;

if (missingChromium !== undefined) {
  console.error(missingChromium);
  process.exit(1);
}
await mkdir(directory, { recursive: true });
await using broker = await startShop(9292).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return startShop();
});
const browser = await launch();
try {
  for (const scheme of ['light', 'dark'] as const) await takeAll(browser, broker.url, scheme);
} finally {
  await browser.close();
}

async function takeAll(browser: Browser, baseURL: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    colorScheme,
    viewport: { width: 1280, height: 760 },
  });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(pictures)) {
    const response = await page.goto(path);
    if (response && !response.ok()) throw new Error(`${path} answers ${response.status()}`);
    if (name === 'api-browser') await page.getByRole('heading', { name: 'Links' }).waitFor();
    const file = join(directory, `${name}-${colorScheme}.png`);
    await page.screenshot({ path: `${file}.new.png` });
    await rename(`${file}.new.png`, file);
    const { size } = await stat(file);
    if (size > largest) throw new Error(`${file} has ${size} bytes; ${largest} are allowed.`);
    console.log(`${file} ${Math.ceil(size / 1000)} kB`);
  }
  await context.close();
}
