import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestPage } from '../../test/guide-page.ts';
import { writeCourse, type WrittenCourse } from '../../test/written-course.ts';
import { Learner } from '../../test/workshop-process.ts';

describe('A task with side effects', () => {
  let course: WrittenCourse;
  let learner: Learner;
  beforeEach(async () => {
    course = await writeCourse({
      'course/01-greet/lesson.ts': [
        "{\n      id: 'greet',",
        `{ id: 'look', title: 'There is a shop', command: 'ls apps', before: { passes: false, because: /x/ }, after: { passes: true, because: /shop/ } },
         { id: 'greet', manual: true, runFirst: ['make ready', 'make tea'],`,
      ],
    });
    learner = new Learner(course.folder);
  });
  afterEach(async () => {
    await learner.leave();
    await course[Symbol.asyncDispose]();
  });

  const greet = () => writeFileSync(join(learner.playground, 'apps/shop/greeting.txt'), 'hello\n');

  it('is not run by "watch", which tells how to run it, but by "check"', async () => {
    expect((await learner.workshop('start')).stdout).toContain(
      'First run in playground/: make ready, then make tea',
    );
    const companion = learner.open('watch');
    const how =
      'run "make ready", then "make tea" in playground/, then "npx workshop check", which runs "make greet"';
    await companion.until(new RegExp(`1 of 2 tasks done[^]*${how}`));
    greet();
    await companion.until(/saved apps\/shop\/greeting\.txt[^]*1 of 2 tasks done[^]*which runs "make greet"/);
    expect((await learner.workshop('check')).stdout).toContain('✔ The shop says hello');
    await companion.end('SIGINT');
    expect(companion.all).not.toContain('✔ The shop says hello');
  });

  it('is not run by the page when a solution is laid out, but by "Check now"', async () => {
    await using page = await TestPage.open('1', course.folder);
    const isDone = async (task: string) =>
      (await page.text('/lessons/01-greet')).includes(`id="task-${task}" class="done"`);
    await until(page, () => isDone('look'));
    const text = await page.text('/lessons/01-greet');
    expect(text).toContain(
      'First run in <code>playground/</code>: <code>make ready</code>, then <code>make tea</code>',
    );
    expect(text).toContain('Saving does not run this task');
    const settled = once(page.companion, 'settled');
    await page.press('/lessons/01-greet/solve');
    await settled;
    expect(await isDone('greet')).toBe(false);
    await page.press('/lessons/01-greet/check');
    expect(await isDone('greet')).toBe(true);
  });
});

/** Waits for a condition, which is checked on each change of the companion. */
async function until({ companion }: TestPage, isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const change = once(companion, 'change');
    if (await isSo()) return;
    await change;
  }
}
