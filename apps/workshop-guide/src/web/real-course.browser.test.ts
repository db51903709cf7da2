import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { launch } from '@pact-workshop/chromium';
import { describeInBrowser } from '@pact-workshop/chromium/describe-in-browser';
import type { Browser } from 'playwright-core';
import { accessibilityProblems, watchFor } from '../../test/browser.ts';
import { TestPage } from '../../test/guide-page.ts';
import { projectRoot } from '../course/index.ts';
import { nameOf } from '../guide/index.ts';

describeInBrowser('The pages of the real lessons', () => {
  let browser: Browser;
  let guide: TestPage;
  beforeAll(async () => {
    browser = await launch();
    guide = await TestPage.open('1', join(projectRoot, 'workshop'));
  });
  afterAll(async () => {
    await browser?.close();
    await guide?.[Symbol.asyncDispose]();
  });

  it.each(['en', 'de'])(
    'are accessible, fit a phone, and have no broken picture or link: %s',
    async (locale) => {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 }, locale });
      const seen = watchFor(page);
      const inside = new Set<string>();
      await page.goto(guide.url);
      expect(await page.locator('main [lang]').first().getAttribute('lang')).toBe(locale);
      expect(await accessibilityProblems(page)).toEqual([]);
      for (const lesson of guide.workshop.course.lessons) {
        await page.goto(`${guide.url}/lessons/${nameOf(lesson)}`);
        expect(await page.locator('article').getAttribute('lang')).toBe(
          locale in lesson.readmes ? locale : 'en',
        );
        expect([lesson.number, ...(await accessibilityProblems(page))]).toEqual([lesson.number]);
        const { pictures, links, tooWide } = await page.evaluate<{
          pictures: string[];
          links: string[];
          tooWide: number;
        }>(`({
        pictures: [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
        links: [...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href')),
        tooWide: document.documentElement.scrollWidth - innerWidth,
      })`);
        expect([lesson.number, tooWide, ...pictures]).toEqual([lesson.number, 0]);
        for (const link of links) inside.add(link.split('#')[0] ?? '');
      }
      for (const link of inside) expect([link, (await fetch(guide.url + link)).status]).toEqual([link, 200]);
      expect(seen).toEqual([]);
      await page.close();
    },
    180_000,
  );
});
