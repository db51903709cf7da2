import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from '../lesson-files.ts';
import type { CourseLesson } from '../load-course.ts';

const marker = /\bTODO(?: \d+)?\b/;

/** A TODO marker of a lesson's start, in a file of the learner. */
interface Marker {
  /** E.g. `TODO 1`. */
  readonly name: string;
  readonly path: string;
  /** Line in the learner's file, from 1. */
  readonly number: number;
}

/** The lesson's TODO markers that are still in the learner's files: one sentence for each, with file and line. */
export function leftOverMarkers(workspace: string, lesson: CourseLesson): string[] {
  return markersIn(workspace, lesson).map(
    ({ name, path, number }) => `${name} is still in ${path}, line ${number}.`,
  );
}

/** The lesson's TODO markers that are still in the learner's files. */
export function markersIn(workspace: string, lesson: CourseLesson): Marker[] {
  const start = ownFiles(lesson, 'start');
  return lesson.manifest.edits.flatMap((path) => {
    const file = join(workspace, path);
    const marked = markedLines(start.get(path)?.content.toString('utf8') ?? '').map(({ line }) => line);
    if (marked.length === 0 || !existsSync(file)) return [];
    return markedLines(readFileSync(file, 'utf8'))
      .filter(({ line }) => marked.includes(line))
      .map(({ name, number }) => ({ name, path, number }));
  });
}

function markedLines(text: string): { name: string; line: string; number: number }[] {
  return text.split('\n').flatMap((line, index) => {
    const name = marker.exec(line)?.[0];
    return name === undefined ? [] : [{ name, line: line.trim(), number: index + 1 }];
  });
}
