// Keeps the page up to date: on every event of the guide, the page is fetched again and its live part replaced.
// Everything else works without this file.
const announcement = document.getElementById('announcement');
let busy = false;
let again = false;
let events;

async function refresh() {
  again = busy;
  if (busy) return;
  busy = true;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.ok)
      show(new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('live'));
  } catch {
    // The guide has ended; the next event after its restart tries again.
  }
  busy = false;
  if (again) await refresh();
}

function show(fresh) {
  const live = document.getElementById('live');
  if (!live || !fresh) return;
  for (const details of live.querySelectorAll('details[open][id]')) {
    fresh.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute('open', '');
  }
  if (live.outerHTML === fresh.outerHTML) return;
  const focused = live.contains(document.activeElement) ? idsAround(document.activeElement) : [];
  const scrolled = scrolledIn(live);
  const news = newsBetween(live, fresh);
  live.replaceWith(fresh);
  for (const [id, left, top] of scrolled) document.getElementById(id)?.scrollTo(left, top);
  focus(focused);
  if (announcement && news.length > 0) announcement.textContent = news.join('. ');
}

// The ids of the focused element and its ancestors: when a button is removed, its section may still exist.
function idsAround(element) {
  const ids = [];
  for (let one = element; one && one.id !== 'live'; one = one.parentElement) if (one.id) ids.push(one.id);
  return ids;
}

function focus(ids) {
  const found = ids.map((id) => document.getElementById(id)).find(Boolean);
  if (!found) return;
  found.focus({ preventScroll: true });
  if (document.activeElement === found) return;
  // An element that is not focusable gets the focus this once, so that the keyboard continues from here.
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
}

function scrolledIn(live) {
  return [...live.querySelectorAll('[id]')]
    .filter((one) => one.scrollLeft > 0 || one.scrollTop > 0)
    .map((one) => [one.id, one.scrollLeft, one.scrollTop]);
}

// The announcement for screen readers: tasks with a new result, and the progress.
function newsBetween(live, fresh) {
  const tasks = [...fresh.querySelectorAll('[data-news]')].filter(
    ({ id, dataset }) => document.getElementById(id)?.dataset.news !== dataset.news,
  );
  const said = tasks.map(({ dataset }) => dataset.news);
  return said.length > 0 || live.dataset.summary !== fresh.dataset.summary
    ? [...said, fresh.dataset.summary]
    : [];
}

// A button's action, without leaving the page: the focus and the place in the text stay. An action that leads to another
// page, such as the next lesson, goes there.
async function act(form) {
  // Emptied, so that the same words are announced again.
  if (announcement) announcement.textContent = '';
  const response = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: { accept: 'text/html' },
  });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!response.ok) {
    if (announcement) announcement.textContent = page.querySelector('main p')?.textContent ?? '';
  } else if (new URL(response.url).pathname === location.pathname) show(page.getElementById('live'));
  else location.assign(response.url);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  event.preventDefault();
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  act(form)
    // The guide has ended, or its answer is none: the browser tells, as it does without this file.
    .catch(() => form.submit())
    .finally(() => form.removeAttribute('aria-busy'));
});

// A browser limits its connections to one address, and each listening page holds one, so only visible pages listen.
function listen() {
  events?.close();
  events = undefined;
  if (document.hidden) return;
  events = new EventSource('/events');
  // The server sends the first event at once, so that changes in the meantime are shown.
  events.addEventListener('change', refresh);
}

document.addEventListener('visibilitychange', listen);
listen();
