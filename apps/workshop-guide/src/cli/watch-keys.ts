import { emitKeypressEvents } from 'node:readline';

/** What a key does: its letter, and a word for the line that lists the keys. */
export interface WatchKey {
  readonly key: string;
  readonly does: string;
  readonly run: () => Promise<void> | void;
}

/** The line that lists the keys. */
export function keysLine(keys: readonly WatchKey[]): string {
  return keys.map(({ key, does }) => `${key} ${does}`).join(' · ');
}

/**
 * Runs what single keys mean while a terminal is watched, one after the other. Ctrl-C stays what it is. Does nothing
 * where the input is no terminal.
 * @param onError gets what a key's action throws
 * @returns stops listening, and gives the terminal back as it was
 */
export function listenForKeys(
  input: NodeJS.ReadStream,
  keys: readonly WatchKey[],
  onError: (error: unknown) => void,
): () => void {
  if (!input.isTTY) return () => undefined;
  let work = Promise.resolve();
  const onKey = (text: string | undefined, { ctrl, name }: { ctrl?: boolean; name?: string }) => {
    // In raw mode the terminal sends no signal by itself.
    if (ctrl && name === 'c') process.kill(process.pid, 'SIGINT');
    const pressed = keys.find(({ key }) => key === text);
    if (pressed) work = work.then(() => pressed.run()).catch(onError);
  };
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on('keypress', onKey);
  input.resume();
  return () => {
    input.off('keypress', onKey);
    input.setRawMode(false);
    input.pause();
  };
}
