// Keeps the page up to date: whenever the guide says that something changed, the page is fetched again and its live part
// replaced. Everything else works without this file.
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
    // The guide is gone; the next event, once it is back, tries again.
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
  const focused = live.contains(document.activeElement) ? wayTo(document.activeElement) : [];
  const scrolled = scrolledIn(live);
  const news = newsBetween(live, fresh);
  live.replaceWith(fresh);
  for (const [id, left, top] of scrolled) document.getElementById(id)?.scrollTo(left, top);
  focus(focused);
  if (announcement && news.length > 0) announcement.textContent = news.join('. ');
}

// The element with the focus, by its id, then what is around it: a button may be gone, and its section still there.
function wayTo(element) {
  const ids = [];
  for (let one = element; one && one.id !== 'live'; one = one.parentElement) if (one.id) ids.push(one.id);
  return ids;
}

function focus(ids) {
  const found = ids.map((id) => document.getElementById(id)).find(Boolean);
  if (!found) return;
  found.focus({ preventScroll: true });
  if (document.activeElement === found) return;
  // What takes no focus by itself takes it this once, so that the keyboard goes on from here.
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
}

function scrolledIn(live) {
  return [...live.querySelectorAll('[id]')]
    .filter((one) => one.scrollLeft > 0 || one.scrollTop > 0)
    .map((one) => [one.id, one.scrollLeft, one.scrollTop]);
}

// In words, for whoever hears the page: which tasks came out otherwise, and how far that is.
function newsBetween(live, fresh) {
  const tasks = [...fresh.querySelectorAll('[data-news]')].filter(
    ({ id, dataset }) => document.getElementById(id)?.dataset.news !== dataset.news,
  );
  const said = tasks.map(({ dataset }) => dataset.news);
  return said.length > 0 || live.dataset.summary !== fresh.dataset.summary
    ? [...said, fresh.dataset.summary]
    : [];
}

// A browser has few connections to one address, and each page that listens holds one: only those that are seen do.
function listen() {
  events?.close();
  events = undefined;
  if (document.hidden) return;
  events = new EventSource('/events');
  // The first event comes at once, so that what happened meanwhile is seen.
  events.addEventListener('change', refresh);
}

document.addEventListener('visibilitychange', listen);
listen();
