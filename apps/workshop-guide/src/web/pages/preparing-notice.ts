import { layoutInProgress, type Workshop } from '../../guide/index.ts';
import { html } from '../html.ts';

/** The notice that a lesson is being laid out. Buttons do nothing meanwhile, and some layouts take seconds. */
export function preparingNotice(workshop: Workshop) {
  const layout = layoutInProgress(workshop);
  return layout && html`<p id="preparing"><b>Preparing lesson ${layout.lesson}…</b></p>`;
}
