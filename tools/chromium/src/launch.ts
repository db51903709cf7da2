import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Chromium on this machine: the one that CHROMIUM names, else the one that Debian installs. */
const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium';

/** Nothing to be seen, nothing but what the pages ask for: no first steps, no updates, no account. */
const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** What is missing where there is no Chromium, as a sentence; undefined where there is one. */
export const missingChromium: string | undefined = existsSync(executablePath)
  ? undefined
  : `There is no Chromium at ${executablePath} (CHROMIUM names another path).`;

/**
 * Starts Chromium.
 * @throws Error where there is none
 */
export async function launch(): Promise<Browser> {
  if (missingChromium !== undefined) throw new Error(missingChromium);
  return chromium.launch({ executablePath, args });
}
