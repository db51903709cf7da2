import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { loadCourse, projectRoot } from '../course/index.ts';
import { isLearnerPath } from '../playground/index.ts';

it('Tasks of the course depend only on files that are watched, not on files that commands create', async () => {
  const { lessons } = await loadCourse(join(projectRoot, 'workshop'));
  const globs = lessons.flatMap(({ manifest }) => manifest.tasks.flatMap(({ dependsOn = [] }) => dependsOn));
  expect(globs).not.toEqual([]);
  expect(globs.filter((glob) => !isLearnerPath(glob))).toEqual([]);
});
