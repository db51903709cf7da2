import { shortText } from '../components/shortened.ts';
import { html, type Content } from '../html.ts';
import type { Graph } from './graph.ts';
import { layoutOf, type Point } from './layout.ts';

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * A diagram of who has a contract with whom, as SVG. Boxes and lines are links, so that it can be walked with the
 * keyboard; colours say what the title of a line says in words.
 * @param title what the diagram shows, for whom can't see it
 */
export function graphView(graph: Graph, title: string): Content {
  const { width, height, boxes, ways } = layoutOf(graph);
  return html`<div class="graph scroll" tabindex="0" role="region" aria-label=${title}>
    <svg viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} role="group" aria-label=${title}>
      <defs>
        ${['good', 'bad', 'open', 'none'].map(
          (tone) =>
            html`<marker
              id=${`arrow-${tone}`}
              class=${tone}
              viewBox="0 0 8 8"
              refX="8"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" />
            </marker>`,
        )}
      </defs>
      ${graph.edges.map(({ consumer, provider, href, tone, words }, index) => {
        const label = `${consumer} to ${provider}: ${words}`;
        return html`<a href=${href} class=${`edge ${tone}`} aria-label=${label}>
          <title>${label}</title>
          <path class="wide" d=${pathOf(ways[index] ?? [])} />
          <path d=${pathOf(ways[index] ?? [])} marker-end=${`url(#arrow-${tone})`} />
        </a>`;
      })}
      ${graph.nodes.map(({ name, href, isCentre }) => {
        const box = boxes.get(name);
        if (!box) return null;
        return html`<a href=${href} class=${isCentre ? 'node centre' : 'node'} aria-label=${name}>
          <title>${name}</title>
          <rect
            x=${round(box.x - box.width / 2)}
            y=${round(box.y - box.height / 2)}
            width=${round(box.width)}
            height=${box.height}
            rx="6"
          />
          <text x=${round(box.x)} y=${round(box.y)} dy="0.35em" text-anchor="middle">${shortText(name)}</text>
        </a>`;
      })}
    </svg>
  </div>`;
}

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}
