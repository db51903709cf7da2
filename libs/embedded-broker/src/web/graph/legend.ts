import { html, type Content } from '../html.ts';
import { signOf, toneOf } from './connection.ts';
import type { IntegrationStatus } from '../../integrations/index.ts';

/** What the lines of a graph mean. */
export function legend(): Content {
  return html`<ul class="legend">
    ${(Object.keys(toneOf) as IntegrationStatus[]).map(
      (state) =>
        html`<li>
          <svg width="64" height="18" class="network" aria-hidden="true">
            <g class=${`arrow ${toneOf[state]}`}>
              <path class="line" d="M2 9L62 9" />
              <circle cx="32" cy="9" r="8" />
              <text x="32" y="9" dy="0.35em">${signOf[state]}</text>
            </g>
          </svg>
          ${state}
        </li>`,
    )}
  </ul>`;
}
