import { createHash } from 'node:crypto';
import { ownFile } from '../../own-file.ts';

/** The stylesheet's parts, in their order: later ones refine earlier ones. */
const styles = ['base', 'frame', 'components', 'tables', 'pact', 'forms', 'graph', 'print'];
/** The script's parts. Each is a block of its own, so that their names can't clash. `live` looks at the page before others change it. */
const scripts = ['scripted', 'copy', 'live', 'sorting', 'selectors'];

const read = (path: string) => ownFile(`src/web/assets/${path}`);

/** What pages load, by name. */
export const assets: ReadonlyMap<string, { readonly type: string; readonly content: string }> = new Map([
  ['broker.css', { type: 'text/css', content: styles.map((name) => read(`styles/${name}.css`)).join('\n') }],
  [
    'broker.mjs',
    {
      type: 'text/javascript',
      content: scripts.map((name) => `{\n${read(`scripts/${name}.mjs`)}}\n`).join('\n'),
    },
  ],
  ['icon.svg', { type: 'image/svg+xml', content: read('icon.svg') }],
]);

const hash = createHash('sha256')
  .update([...assets.values()].map(({ content }) => content).join('\0'))
  .digest('hex')
  .slice(0, 12);

/** Where an asset is served. The path changes with the content, so that a browser may keep what it has for good. */
export const assetPath = (name: string): string => `/assets/${hash}/${name}`;
