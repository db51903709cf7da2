import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { writeCourse, type WrittenCourse } from '../../test/written-course.ts';
import { Learner } from '../../test/workshop-process.ts';

let course: WrittenCourse;
let learner: Learner;
afterEach(async () => {
  await learner.leave();
  await course[Symbol.asyncDispose]();
});

it('Shows the running task, stops one that does not end, and prints advice', async () => {
  course = await writeCourse({
    // The task has to fail: a stopped command does not count as the expected failure.
    'course/01-greet/lesson.ts': ['after: { passes: true,', 'limitSeconds: 1, after: { passes: false,'],
    'course/workspace/Makefile': [
      '\t@grep -q hello',
      '\t@grep -q hang apps/shop/greeting.txt && sleep 300; grep -q hello',
    ],
  });
  learner = new Learner(course.folder);
  await learner.workshop('start');
  // Before it hangs, the command prints the expected output.
  writeFileSync(join(learner.playground, 'apps/shop/greeting.txt'), 'hello, I hang\n');
  const { code, stdout } = await learner.workshop('check');
  expect(code).toBe(1);
  expect(stdout).toMatch(/… The shop says hello {2}make greet\n[^]*✘ The shop says hello/);
  expect(stdout).toContain('It did not end within 1 s and was stopped.');
  expect(stdout).toContain('"make greet" in the playground yourself');
  expect(stdout).toContain('hello, I hang');
});
