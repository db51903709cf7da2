import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, lessonFiles, type LessonFiles } from '../lesson-files.ts';
import type { Course } from '../load-course.ts';

/**
 * The differences, byte by byte, between the project's apps and the last solution that does not go beyond the project:
 * one sentence for each file.
 * @param project absolute path of the folder with `apps/`
 */
export function chainEndFindings(course: Course, project: string): string[] {
  const last = course.lessons.findLastIndex(({ manifest }) => !manifest.beyondTheProject) + 1;
  const solution = new Map(
    [...lessonFiles(course, last, 'solution')].filter(([path]) => path.startsWith('apps/')),
  );
  const goal = goalOf(solution, project);
  return [
    ...[...goal.keys()]
      .filter((path) => !solution.has(path))
      .map((path) => `${path} is not added by any lesson.`),
    ...[...solution].flatMap(([path, { content, source }]) => {
      const there = goal.get(path);
      if (!there) return [`${path} is not in the project, but comes from ${source}.`];
      return there.content.equals(content)
        ? []
        : [`${path} differs from the project's; it comes from ${source}.`];
    }),
  ];
}

/** The project's files of the apps in the course. */
function goalOf(solution: LessonFiles, project: string): LessonFiles {
  const apps = new Set([...solution.keys()].map((path) => path.split('/').slice(0, 2).join('/')));
  const goal = new Map<string, { content: Buffer; source: string }>();
  for (const app of apps) {
    if (!existsSync(join(project, app))) continue;
    for (const [path, file] of filesUnder(join(project, app)))
      if (!/(^|\/)(node_modules|coverage)\//.test(path)) goal.set(`${app}/${path}`, file);
  }
  return goal;
}
