import { styleText } from 'node:util';
import { join } from 'node:path';
import { loadCourse, projectRoot } from '../../src/course/index.ts';
import { Learner } from '../workshop-process.ts';
import { walk } from './walk.ts';

// Completes the whole course as a learner does, with the guide's own commands, in a temporary folder.
const folder = join(projectRoot, 'workshop');
const learner = new Learner(folder);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  await walk(learner, await loadCourse(folder), stop.signal);
  console.log('\nAll lessons are done, with the commands that a learner runs.');
} catch (error) {
  console.error(stop.signal.aborted ? '\nStopped.' : `${styleText('red', '✘')} ${(error as Error).message}`);
  process.exitCode = stop.signal.aborted ? 130 : 1;
} finally {
  await learner.leave();
}
