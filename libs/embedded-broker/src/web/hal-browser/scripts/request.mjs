import { base } from './address.mjs';
import { element, preformatted } from './element.mjs';

const byId = (id) => document.getElementById(id);

/** Opens the form for a request that writes, with an example of a body where the documentation has one. */
export async function prepareRequest(path, documentation) {
  byId('request').open = true;
  byId('request-path').value = path;
  byId('request-body').value = '';
  byId('request-method').focus();
  if (documentation === undefined) return;
  const page = await fetch(documentation, { headers: { accept: 'text/html' } });
  const example = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('main pre');
  if (example && byId('request-path').value === path) byId('request-body').value = example.textContent;
}

/** Sends what is in the form, and shows what comes of it. */
async function sendRequest() {
  const method = byId('request-method').value;
  const path = byId('request-path').value;
  const body = byId('request-body').value;
  const type = byId('request-type').value;
  const shown = byId('request-answer');
  shown.replaceChildren(element('p', {}, `${method} ${path} …`));
  try {
    const response = await fetch(base + path, {
      method,
      headers: {
        accept: 'application/hal+json, application/json, */*;q=0.1',
        ...(body === '' ? {} : { 'content-type': type }),
      },
      ...(body === '' ? {} : { body }),
    });
    const text = await response.text();
    const location = response.headers.get('location');
    shown.replaceChildren(
      element('p', {}, `${method} ${path}: ${response.status} ${response.statusText}`),
      ...(location ? [element('p', {}, `Location: ${location}`)] : []),
      ...(text === '' ? [] : [preformatted(indented(text))]),
    );
  } catch (error) {
    shown.replaceChildren(element('p', {}, String(error)));
  }
}

/** JSON on several lines; any other text as it is. */
export function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

byId('request-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void sendRequest();
});
