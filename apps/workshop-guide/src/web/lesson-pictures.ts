import type { RequestHandler } from 'express';
import { nameOf, type Workshop } from '../guide/index.ts';
import { isServed } from '../lesson-text/index.ts';

/** Serves the pictures in a lesson's folder, and no other files. */
export function lessonPictures({ course }: Workshop): RequestHandler<{ lesson: string; path: string[] }> {
  return (request, response, next) => {
    const lesson = course.lessons.find((one) => nameOf(one) === request.params.lesson);
    const path = request.params.path.join('/');
    if (!lesson || !isServed(path)) {
      next();
      return;
    }
    // A picture that is opened on its own may only use styles.
    response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    // Refuses paths outside of the folder, and files that begin with a dot.
    response.sendFile(path, { root: lesson.folder, dotfiles: 'ignore', cacheControl: false }, (error) => {
      if (error) next();
    });
  };
}
