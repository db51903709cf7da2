import { basename } from 'node:path';
import launchEditor from 'launch-editor';
import { WorkshopError } from '../errors.ts';

/** Editors that would take over the terminal of the guide. */
const inTerminal = /^(vi|vim|nvim|emacs|nano|pico|ed|joe|mcedit|micro|hx|helix)$/;

/**
 * Opens a file in the learner's editor: the one that LAUNCH_EDITOR names, else one that is running, else VISUAL or
 * EDITOR. When the editor fails later, the terminal of the guide tells.
 * @param file absolute path
 * @param line from 1
 * @throws WorkshopError when no editor is known
 */
export function openInEditor(file: string, line: number): void {
  for (const name of ['VISUAL', 'EDITOR']) {
    const program = basename(process.env[name]?.trim().split(/\s/)[0] ?? '');
    if (inTerminal.test(program)) delete process.env[name];
  }
  let known = true;
  launchEditor(`${file}:${line}`, undefined, (_, message) => {
    if (message === null) known = false;
  });
  if (!known)
    throw new WorkshopError(
      'No running editor was found.\nNext: start "make workshop" with LAUNCH_EDITOR=code (or the command of your editor), or open the file yourself.',
    );
}
