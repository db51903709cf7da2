import type { Urls } from '../../http/index.ts';
import { verificationTone } from '../components/verification-words.ts';
import { html, type Content } from '../html.ts';
import { signOf } from './connection.ts';
import type { Arrow, Box, Layout } from './layout.ts';

/** What a graph shows besides boxes and arrows. */
export interface DrawingOptions {
  readonly links: Urls;
  /** Says what the drawing shows, to whom can't see it. */
  readonly label: string;
  /** The pacticipant that the page is about. */
  readonly current?: string | undefined;
}

/**
 * A network as a picture: boxes lead to pacticipants, arrows to contracts. Arrows differ by their line and
 * their sign as well as by their colour. Who uses the keyboard finds them in the table of connections, so that Tab does
 * not stop at hundreds of lines.
 */
export function drawing({ width, height, boxes, arrows }: Layout, options: DrawingOptions): Content {
  return html`<div class="scroll drawing" tabindex="0" role="region" aria-label=${options.label}>
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="network"
      role="group"
      aria-label=${options.label}
      width=${width}
      height=${height}
      viewBox=${`0 0 ${width} ${height}`}
    >
      ${arrows.map((arrow) => arrowOf(arrow, options))} ${boxes.map((box) => boxOf(box, options))}
    </svg>
  </div>`;
}

function boxOf({ name, label, x, y, width, height }: Box, { links, current }: DrawingOptions): Content {
  return html`<a
    href=${links.pacticipant(name)}
    class=${name === current ? 'box current' : 'box'}
    aria-label=${label === name ? name : `${label} (${name})`}
    aria-current=${name === current ? 'true' : undefined}
  >
    <title>${name}</title>
    <rect x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx="6" />
    <text x=${x} y=${y} dy="0.35em">${label}</text>
  </a>`;
}

function arrowOf({ connection, points }: Arrow, { links }: DrawingOptions): Content {
  const { consumer, provider, status } = connection;
  const [tone, state] = verificationTone(status);
  const words = `${consumer} → ${provider}: ${state}`;
  const path = curve(points);
  const middle = middleOf(points);
  return html`<a
    href=${links.integrationDashboard(consumer, provider)}
    class=${`arrow ${tone}`}
    tabindex="-1"
    aria-label=${words}
  >
    <title>${words}</title>
    <path class="reach" d=${path} />
    <path class="line" d=${path} />
    <path class="tip" d=${tip(points)} />
    ${
      middle &&
      html`<circle cx=${middle.x} cy=${middle.y} r="8" />
        <text x=${middle.x} y=${middle.y} dy="0.35em">${signOf[status]}</text>`
    }
  </a>`;
}

/** A smooth line through the points: it bends at each, and passes half-way between them. */
function curve(points: Arrow['points']): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const bends = rest.map(({ x, y }, i) => {
    const next = rest[i + 1];
    return next ? `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}` : `L${x} ${y}`;
  });
  return `M${first.x} ${first.y}${bends.join('')}`;
}

/** A point in the middle of that line. */
function middleOf(points: Arrow['points']): Arrow['points'][number] | undefined {
  const half = Math.floor(points.length / 2);
  const [before, at, after] = [points[half - 1], points[half], points[half + 1]];
  if (!before || !at) return at;
  const mean = (a: number, b: number) => (a + b) / 2;
  if (points.length !== 3 || !after) return { x: mean(before.x, at.x), y: mean(before.y, at.y) };
  return { x: mean(at.x, mean(before.x, after.x)), y: mean(at.y, mean(before.y, after.y)) };
}

/** The arrow's head, in the direction of its last piece. */
function tip(points: Arrow['points']): string {
  const [before, end] = points.slice(-2);
  if (!before || !end) return '';
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const corner = (turn: number) =>
    `${Math.round(end.x - 10 * Math.cos(angle + turn))} ${Math.round(end.y - 10 * Math.sin(angle + turn))}`;
  return `M${end.x} ${end.y}L${corner(0.4)}L${corner(-0.4)}Z`;
}
