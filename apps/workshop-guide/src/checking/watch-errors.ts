/** Advice for errors of a watcher. */
const advice: Readonly<Record<string, string>> = {
  ENOSPC:
    'the system’s limit of watched files is reached. Close other editors and watchers, or raise the limit: sudo sysctl fs.inotify.max_user_watches=524288',
  EMFILE: 'too many files are open. Close other programs, or raise the limit: ulimit -n 4096',
  EACCES: 'permission denied. Make it readable for your user',
};

/**
 * Makes a handler for the errors of a watcher; an unhandled error would end the process. Each kind of error is reported
 * once. Files that are watched stay watched.
 * @param folder that is watched
 */
export function watchErrorHandler(folder: string, report: (error: Error) => void): (error: unknown) => void {
  const reported = new Set<string>();
  return (error) => {
    const code = codeOf(error);
    // The file was removed before it could be read.
    if (code === 'ENOENT' || reported.has(code)) return;
    reported.add(code);
    const why = advice[code] ?? (error as Error).message;
    report(
      new Error(
        `Not everything in ${folder} can be watched (${code}): ${why}. Until then "npx workshop check" checks all files.`,
        { cause: error },
      ),
    );
  };
}

/** The system's error code, also of a wrapped error that only has it in its message. */
function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return /\b(ENOENT|ENOSPC|EMFILE|EACCES)\b/.exec(message)?.[0] ?? code ?? 'unknown';
}
