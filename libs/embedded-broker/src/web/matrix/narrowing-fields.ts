import { isHash, textOf, type RackHash } from '../../http/index.ts';
import { html, type Content } from '../html.ts';

/** Values of the API's `success`: an empty one is for pacts without a result. */
const outcomes = [
  ['true', 'Verified'],
  ['false', 'Failed'],
  ['', 'Without a result'],
] as const;

/** Which outcomes are shown; where none is chosen, all are. */
export function outcomeFields(query: RackHash): Content {
  const chosen = chosenOutcomes(query);
  return html`<fieldset>
    <legend>Only with these results (optional)</legend>
    ${outcomes.map(
      ([value, words]) =>
        html`<label class="choice">
          <input type="checkbox" name="success[]" value=${value} checked=${chosen.has(value)} /> ${words}
        </label>`,
    )}
  </fieldset>`;
}

/** As the API reads them: whatever is neither empty nor true is for failures. */
function chosenOutcomes(query: RackHash): ReadonlySet<string> {
  const { success } = query;
  if (success === undefined || isHash(success)) return new Set();
  return new Set(
    [success].flat().map((one) => (one === 'true' ? 'true' : one === '' || one === null ? '' : 'false')),
  );
}

/** What an address says to leave out; nobody else is asked for it. A name that is cleared is left out no more. */
export function ignoreFields(query: RackHash): Content {
  const { ignore } = query;
  const selectors = Array.isArray(ignore) ? ignore.filter(isHash) : [];
  if (selectors.length === 0) return null;
  return html`<fieldset>
    <legend>Leaving out of the verdict</legend>
    ${selectors.map(({ pacticipant, ...criteria }) => {
      const name = textOf(pacticipant) ?? '';
      return html`<label>
          Pacticipant
          <input name="ignore[][pacticipant]" list="pacticipants" value=${name} autocomplete="off" />
        </label>
        ${Object.entries(criteria).map(
          ([field, value]) =>
            html`<label>
              ${field}
              <input name=${`ignore[][${field}]`} value=${textOf(value) ?? ''} autocomplete="off" />
            </label>`,
        )}`;
    })}
  </fieldset>`;
}
