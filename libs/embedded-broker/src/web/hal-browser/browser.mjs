// The HAL browser's script, served as a file since the pages' policy allows no other. It shows the resource named by
// `?url=` or by the fragment (`#/pacticipants`), as JSON and as a table of links; a template's placeholders are asked
// for. Everything that comes from the broker is put in as text, and only addresses of this broker become links.
const byId = (id) => document.getElementById(id);
const here = '/hal-browser/browser.html';

function wanted() {
  return location.hash.slice(1) || new URLSearchParams(location.search).get('url') || '/';
}

function ownPath(address) {
  let url;
  try {
    url = new URL(address, location.origin);
  } catch {
    return undefined;
  }
  return url.origin === location.origin ? url.pathname + url.search : undefined;
}

function element(name, text, properties) {
  const made = document.createElement(name);
  made.textContent = text;
  return Object.assign(made, properties);
}

function fill(template) {
  let complete = true;
  const filled = template.replace(/\{(\w+)\}/g, (_whole, name) => {
    const value = complete ? prompt(name) : null;
    complete = complete && value !== null && value !== '';
    return encodeURIComponent(value ?? '');
  });
  return complete ? filled : undefined;
}

function addressCell(link) {
  const cell = element('td', '');
  const isTemplate = /\{\w+\}/.test(link.href);
  const path = ownPath(link.href);
  if (path === undefined) cell.append(element('code', link.href));
  else if (isTemplate) {
    const button = element('button', link.href, { type: 'button' });
    button.addEventListener('click', () => {
      const filled = fill(link.href);
      if (filled !== undefined) location.hash = ownPath(filled);
    });
    cell.append(button);
  } else cell.append(element('a', link.href, { href: here + '#' + path }));
  return cell;
}

function relationCell(relation, curies) {
  const cell = element('td', '');
  const [prefix, name] = relation.split(/:(.*)/s);
  const curie = curies.find((one) => one.name === prefix);
  const path = curie && name && ownPath(curie.href.replace('{rel}', encodeURIComponent(name)));
  cell.append(path ? element('a', relation, { href: path }) : element('code', relation));
  return cell;
}

function show(body) {
  const { curies = [], ...links } = body?._links ?? {};
  const rows = Object.entries(links).flatMap(([relation, found]) =>
    [found]
      .flat()
      .filter((link) => typeof link?.href === 'string')
      .map((link) => {
        const row = document.createElement('tr');
        row.append(
          relationCell(relation, curies),
          element('td', link.title ?? link.name ?? ''),
          addressCell(link),
        );
        return row;
      }),
  );
  byId('links').tBodies[0].replaceChildren(...rows);
}

async function load() {
  const path = ownPath(wanted());
  byId('path').value = path ?? wanted();
  byId('document').textContent = '';
  show(undefined);
  if (path === undefined) {
    byId('status').textContent = 'This is no address of this broker.';
    return;
  }
  try {
    const response = await fetch(path, {
      headers: { accept: 'application/hal+json, application/json, */*;q=0.1' },
    });
    const text = await response.text();
    byId('status').textContent = 'GET ' + path + ': ' + response.status + ' ' + response.statusText;
    byId('document').textContent = text;
    const body = JSON.parse(text);
    byId('document').textContent = JSON.stringify(body, null, 2);
    show(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) byId('status').textContent = String(error);
  }
}

byId('address').addEventListener('submit', (event) => {
  event.preventDefault();
  const path = byId('path').value;
  if ('#' + path === location.hash) void load();
  else location.hash = path;
});
addEventListener('hashchange', () => void load());
void load();
