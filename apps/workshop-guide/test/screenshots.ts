import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '@pact-workshop/chromium';
import { projectRoot } from '../src/course/index.ts';
import { findLesson, hint, solve } from '../src/guide/index.ts';
import { runCommand } from '../src/processes/index.ts';
import { TestPage } from './guide-page.ts';

// Takes the pictures of docs/workshop.md: three lessons of the real course, at different points.
const pictures = [
  { lesson: '1', solved: false, colorScheme: 'light', width: 1280 },
  { lesson: '6', solved: true, colorScheme: 'light', width: 1280 },
  { lesson: '11', solved: true, colorScheme: 'dark', width: 1280 },
] as const;

// A free port, since a broker may run on this machine.
process.env['PACT_BROKER_PORT'] = '0';
const folder = join(projectRoot, 'docs/workshop');
mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const { lesson, solved, colorScheme, width } of pictures) {
    await using guide = await TestPage.open(lesson, join(projectRoot, 'workshop'));
    if (solved) await solve(guide.workshop);
    else await hint(guide.workshop);
    for (const command of commandsOf(guide, lesson)) await runCommand(guide.workshop.at.playground, command);
    await guide.companion.check();
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
    await page.goto(guide.url);
    await page.click('[aria-current=step]');
    const path = join(folder, `lesson-${lesson.padStart(2, '0')}.png`);
    await page.screenshot({ path });
    console.log(path);
    await page.close();
  }
} finally {
  await browser.close();
}

/** The commands that the learner runs before those of the tasks. */
function commandsOf({ workshop }: TestPage, lesson: string): string[] {
  return findLesson(workshop, lesson).manifest.tasks.flatMap(({ runFirst = [] }) => [...runFirst]);
}
