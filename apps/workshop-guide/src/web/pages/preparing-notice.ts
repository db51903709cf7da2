import { layoutInProgress, type Workshop } from '../../guide/index.ts';
import { html } from '../html.ts';

/** Says that a lesson is being laid out: some take seconds, and meanwhile no button does anything. */
export function preparingNotice(workshop: Workshop) {
  const layout = layoutInProgress(workshop);
  return layout && html`<p id="preparing"><b>Preparing lesson ${layout.lesson}…</b></p>`;
}
