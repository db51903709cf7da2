/** A part of some work. */
export interface Progress {
  readonly done: number;
  /** 0 if it is not known. */
  readonly total: number;
}

/**
 * The text of each progress of one piece of work, from its start on.
 * @param isTerminal whether a text replaces the last one: then there is one for each progress, with the time left;
 * otherwise for each tenth of the work
 * @param now milliseconds
 * @returns a function whose text is undefined if there is nothing to say
 */
export function progressText(
  isTerminal: boolean,
  now: () => number = () => performance.now(),
): (progress: Progress) => string | undefined {
  const start = now();
  let lastTenth = 0;
  return ({ done, total }) => {
    if (total === 0) return undefined;
    const count = `${done} of ${total}`;
    if (isTerminal) return done === 0 ? count : `${count}, ${timeLeft((now() - start) / done, total - done)}`;
    const tenth = Math.floor((10 * done) / total);
    if (tenth === lastTenth) return undefined;
    lastTenth = tenth;
    return count;
  };
}

/** @param each milliseconds that each piece takes */
function timeLeft(each: number, pieces: number): string {
  const seconds = Math.ceil((each * pieces) / 1000);
  return seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
}
