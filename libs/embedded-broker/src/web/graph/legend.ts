import { verificationTone } from '../components/verification-words.ts';
import { html, type Content } from '../html.ts';
import { signOf, states } from './connection.ts';

/** What the lines of a graph mean. */
export function legend(): Content {
  return html`<ul class="legend">
    ${states.map((state) => {
      const [tone, words] = verificationTone(state);
      return html`<li>
        <svg width="64" height="18" class="network" aria-hidden="true">
          <g class=${`arrow ${tone}`}>
            <path class="line" d="M2 9L62 9" />
            <circle cx="32" cy="9" r="8" />
            <text x="32" y="9" dy="0.35em">${signOf[state]}</text>
          </g>
        </svg>
        ${words}
      </li>`;
    })}
  </ul>`;
}
