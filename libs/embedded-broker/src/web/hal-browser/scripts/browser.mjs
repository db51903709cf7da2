// Walks the API: shows the resource that the fragment (`#/pacticipants`) or `?url=` names, with its links, its
// properties and what is embedded in it.
import { base, ownPath, wanted } from './address.mjs';
import { preformatted } from './element.mjs';
import { indented } from './request.mjs';
import { resourceView } from './resource.mjs';

const byId = (id) => document.getElementById(id);

async function load() {
  const asked = wanted();
  const path = ownPath(asked);
  byId('path').value = path ?? asked;
  if (path === undefined) {
    show('This is not an address of this broker.', []);
    return;
  }
  try {
    const response = await fetch(base + path, {
      headers: { accept: 'application/hal+json, application/json, */*;q=0.1' },
    });
    const text = await response.text();
    // Somebody may have gone on meanwhile.
    if (wanted() !== asked) return;
    show(`GET ${path}: ${response.status} ${response.statusText}`, viewOf(text));
  } catch (error) {
    show(String(error), []);
  }
}

function viewOf(text) {
  try {
    const body = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return resourceView(body);
  } catch {
    // Not JSON: a badge, a table, a text.
  }
  return text === '' ? [] : [preformatted(indented(text))];
}

function show(status, content) {
  byId('status').textContent = status;
  byId('resource').replaceChildren(...content);
}

byId('address').addEventListener('submit', (event) => {
  event.preventDefault();
  const path = byId('path').value;
  if ('#' + path === location.hash) void load();
  else location.hash = path;
});
addEventListener('hashchange', () => {
  byId('resource').focus();
  void load();
});
void load();
