import { externalLink, isWebAddress } from '../components/external-link.ts';
import { html, type Content } from '../html.ts';
import type { Comment } from './comments.ts';

/** What the authors of a contract say of an interaction. */
export function commentsView(comments: readonly Comment[]): Content {
  return comments.map(
    ({ label, text }) =>
      html`<p class="quiet">
        ${label === undefined ? null : `${label}: `}${isWebAddress(text) ? externalLink(text) : text}
      </p>`,
  );
}
