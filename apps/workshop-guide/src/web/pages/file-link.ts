import { join } from 'node:path';
import type { Workshop } from '../../guide/index.ts';
import { html } from '../html.ts';

/** A file of the playground that opens in the learner's editor: by the guide, or by VS Code's own links. */
export function fileLink({ at }: Workshop, path: string, line = 1) {
  const name = `playground/${path}`;
  const where = line > 1 ? `${name}, line ${line}` : name;
  return html`<form method="post" action="/editor" class="file">
      <input type="hidden" name="path" value=${path} />
      <input type="hidden" name="line" value=${line} />
      <button
        class="link"
        id=${`edit-${path}-${line}`}
        title="Open in your editor"
        aria-label=${`Open ${where} in your editor`}
      >
        <code>${where}</code>
      </button>
    </form>
    <small>
      ${' '}(<a
        href=${`vscode://file${encodeURI(join('/', at.playground, path))}:${line}`}
        aria-label=${`Open ${where} in VS Code`}
        >VS Code</a
      >)</small
    >`;
}
