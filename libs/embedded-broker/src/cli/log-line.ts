const levels: Readonly<Record<number, string>> = {
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};
const colors: Readonly<Record<number, string>> = { 40: '\u001b[33m', 50: '\u001b[31m', 60: '\u001b[31m' };

/**
 * A record of the log as a line for people: `09:30:12 INFO GET /pacticipants 200 1.2 ms 127.0.0.1`.
 * @param record as pino writes it
 */
export function logLine(record: string, { color }: { readonly color: boolean }): string {
  const entry = JSON.parse(record) as Record<string, unknown>;
  const { level, time, msg, pid: _pid, hostname: _hostname, err, ...rest } = entry;
  const number = Number(level);
  const stamp = new Date(Number(time)).toISOString().slice(11, 19);
  const { method, path, status, ms, address, user } = rest;
  const facts =
    msg === 'request'
      ? [method, path, status, `${String(ms)} ms`, address, ...(user === undefined ? [] : [user])].join(' ')
      : [msg, ...Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ');
  const line = `${stamp} ${levels[number] ?? String(level)} ${facts}`;
  const painted = color && colors[number] ? `${colors[number]}${line}\u001b[0m` : line;
  const stack = (err as { stack?: string } | undefined)?.stack;
  return stack === undefined ? `${painted}\n` : `${painted}\n${stack}\n`;
}
