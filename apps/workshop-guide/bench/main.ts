import { join } from 'node:path';
import { appendFileSync } from 'node:fs';
import { loadCourse, projectRoot } from '../src/course/index.ts';
import { Learner } from '../test/workshop-process.ts';
import { cases, findTask } from './cases.ts';
import { median } from './median.ts';

// Measures the time from saving a file to the result, with the real course and the real command.
const saves = Number(process.env['SAVES'] ?? 7);
const folder = join(projectRoot, 'workshop');
const course = await loadCourse(folder);

console.log(`From save to result in "workshop watch", median of ${saves} saves:`);
for (const one of cases) {
  const learner = new Learner(folder);
  try {
    const { lesson, task } = findTask(course, one);
    await learner.workshop('start', String(lesson.number));
    await learner.workshop('solve');
    const watch = learner.open('watch');
    await watch.until(/\d of \d+ tasks done/);
    const times: number[] = [];
    for (let count = 1; count <= saves; count += 1) {
      const started = performance.now();
      appendFileSync(join(learner.playground, one.file), '\n');
      await watch.until(new RegExp(`[✔✘] ${escape(task.title)}`));
      times.push(performance.now() - started);
      await watch.until(/tasks done/);
    }
    await watch.end('SIGINT');
    const seconds = median(times) / 1000;
    const verdict = seconds < one.limit ? '✔' : '✘';
    console.log(`  ${verdict} ${one.what.padEnd(30)} ${seconds.toFixed(2)} s  (under ${one.limit} s)`);
  } finally {
    await learner.leave();
  }
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
