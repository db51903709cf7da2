/** What to do about an error that a watcher tells. */
const advice: Readonly<Record<string, string>> = {
  ENOSPC:
    'the system watches as many files as it may. Close other editors and watchers, or raise the limit: sudo sysctl fs.inotify.max_user_watches=524288',
  EMFILE: 'too many files are open. Close other programs, or raise the limit: ulimit -n 4096',
  EACCES: 'it may not be read. Give yourself the right to read it',
};

/**
 * Takes the errors of a watcher, which would end the process where nobody takes them. Each kind is told once, in a line;
 * what is watched stays watched.
 * @param folder that is watched
 */
export function watchErrorHandler(folder: string, tell: (error: Error) => void): (error: unknown) => void {
  const told = new Set<string>();
  return (error) => {
    const code = codeOf(error);
    // A file that was gone again before it could be looked at.
    if (code === 'ENOENT' || told.has(code)) return;
    told.add(code);
    const why = advice[code] ?? (error as Error).message;
    tell(
      new Error(
        `Not everything in ${folder} can be watched (${code}): ${why}. Until then "npx workshop check" sees every save.`,
        { cause: error },
      ),
    );
  };
}

/** The system's name of the error, also where it was wrapped and only the text tells it. */
function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return /\b(ENOENT|ENOSPC|EMFILE|EACCES)\b/.exec(message)?.[0] ?? code ?? 'unknown';
}
