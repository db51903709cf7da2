import type { Urls } from '../../http/index.ts';
import { leftOut } from '../components/counted.ts';
import type { Connection } from './connection.ts';
import { drawing } from './drawing.ts';
import { layoutOf } from './layout.ts';
import { legend } from './legend.ts';
import { namesAround, partOf } from './neighbourhood.ts';
import { html, type Content } from '../html.ts';

/**
 * A pacticipant with its consumers and providers as a picture, with a link to the network page for more; nothing where
 * it has no contract. Draws at most 40 pacticipants.
 * @param all every connection of the network, or of a part of it
 * @param isPart whether there are more that it does not know
 */
export function neighbourhoodGraph(
  all: readonly Connection[],
  name: string,
  links: Urls,
  isPart = false,
): Content {
  const part = partOf(all, namesAround(all, name, 1), 40);
  if (part.connections.length === 0) return null;
  const more = isPart
    ? 'Not all neighbours are drawn. '
    : part.omitted === 0
      ? ''
      : `${leftOut(part.omitted, 'pacticipant')}. `;
  return html`${drawing(layoutOf(part), { links, label: `Network around ${name}`, current: name })}
    ${legend()}
    <p>
      ${more}<a href=${`${links.to('/network')}?pacticipant=${encodeURIComponent(name)}&steps=2`}
        >The network around ${name}</a
      >
    </p>`;
}
