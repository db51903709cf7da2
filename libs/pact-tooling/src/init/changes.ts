import { applyEdits, modify } from 'jsonc-parser';
import type { Plan } from './plan.ts';

/** What becomes of a file. */
export interface Change {
  readonly path: string;
  readonly content: string;
  /** `kept`: there is another file at the path. `same`: it has this content. */
  readonly kind: 'new' | 'changed' | 'same' | 'kept';
  /** Of package.json: scripts that differ and stay. */
  readonly keptScripts?: readonly string[];
}

/**
 * What the plan changes.
 * @param present the content of a file, if there is one
 * @param force whether files and scripts that are there are replaced
 */
export function changesOf(
  plan: Plan,
  present: (path: string) => string | undefined,
  force: boolean,
): Change[] {
  return [
    ...plan.files.map(({ path, content }): Change => {
      const there = present(path);
      if (there === undefined) return { path, content, kind: 'new' };
      return { path, content, kind: there === content ? 'same' : force ? 'changed' : 'kept' };
    }),
    manifestChange(present('package.json') ?? '{}', plan.scripts, force),
  ];
}

function manifestChange(text: string, scripts: Plan['scripts'], force: boolean): Change {
  const present = (JSON.parse(text) as { scripts?: Record<string, string> }).scripts ?? {};
  const indent = /^(?<indent>[ \t]+)"/m.exec(text)?.groups?.['indent'] ?? '  ';
  const formattingOptions = { tabSize: indent.length, insertSpaces: !indent.startsWith('\t') };
  const keptScripts: string[] = [];
  let content = text;
  for (const [name, command] of Object.entries(scripts)) {
    if (present[name] === command) continue;
    if (present[name] !== undefined && !force) keptScripts.push(name);
    else content = applyEdits(content, modify(content, ['scripts', name], command, { formattingOptions }));
  }
  return { path: 'package.json', content, kind: content === text ? 'same' : 'changed', keptScripts };
}
