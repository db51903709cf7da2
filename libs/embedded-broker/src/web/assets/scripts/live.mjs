// A page with elements marked `data-live` is kept up to date: when the broker says that something was written, the page
// is fetched again and those elements are replaced. A hidden page does not listen, since browsers have few connections
// to one host; it catches up when it is shown again.
const listening = document.querySelector('meta[name="live"]')?.content;
// A pipeline writes many times in a row, and hundreds of pages may hear of it in the same moment.
const shortestGapMs = 3000;
const spreadMs = 700;
const reachable = 'a,button,input,select,summary,[tabindex]';
// As the broker sent them: scripts change what stands in the page.
const sent = new Map(
  [...document.querySelectorAll('[data-live]')].map(({ id, innerHTML }) => [id, innerHTML]),
);
let source;
let waiting;
let lookedAt = -Infinity;
let busy = false;

// What is about to be pressed is known by what it says and where it leads, since rows come, go and are sorted.
function likeness(element) {
  const { tagName, textContent } = element;
  return [
    tagName,
    element.getAttribute('href'),
    element.getAttribute('aria-label') ?? textContent.trim(),
  ].join('\n');
}

function placeOf(element, part) {
  const all = [...part.querySelectorAll(reachable)];
  const alike = all.filter((one) => likeness(one) === likeness(element));
  return {
    index: all.indexOf(element),
    count: all.length,
    likeness: likeness(element),
    nth: alike.indexOf(element),
  };
}

function focusAgain({ index, count, likeness: sought, nth }, part) {
  const all = [...part.querySelectorAll(reachable)];
  const alike = all.filter((one) => likeness(one) === sought);
  const found =
    alike[nth] ?? alike.at(-1) ?? (all.length === count ? all[index] : part.querySelector('[tabindex]'));
  found?.focus({ preventScroll: true });
}

function replaceParts(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  for (const old of document.querySelectorAll('[data-live]')) {
    const part = fresh.getElementById(old.id);
    if (!part || part.innerHTML === sent.get(old.id)) continue;
    sent.set(old.id, part.innerHTML);
    const { activeElement } = document;
    const place = old.contains(activeElement) ? placeOf(activeElement, old) : undefined;
    old.replaceWith(document.adoptNode(part));
    // Other scripts do to the new part what they did to the old one; only then is there something to focus.
    part.dispatchEvent(new Event('replaced', { bubbles: true }));
    if (place) focusAgain(place, part);
  }
}

async function refresh() {
  waiting = undefined;
  if (busy) {
    refreshSoon();
    return;
  }
  busy = true;
  lookedAt = performance.now();
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.ok) replaceParts(await response.text());
  } catch {
    // The broker is away; the stream comes back by itself, and with it the next look.
  }
  busy = false;
}

function refreshSoon() {
  const left = Math.max(0, lookedAt + shortestGapMs - performance.now());
  waiting ??= setTimeout(refresh, left + Math.random() * spreadMs);
}

function listen() {
  source = new EventSource(listening);
  let wasLost = false;
  source.addEventListener('change', refreshSoon);
  source.addEventListener('open', () => {
    document.documentElement.dataset.live = 'on';
    if (wasLost) refreshSoon();
  });
  source.addEventListener('error', () => {
    wasLost = true;
    delete document.documentElement.dataset.live;
  });
}

if (listening && document.querySelector('[data-live]')) {
  listen();
  document.addEventListener('visibilitychange', () => {
    source?.close();
    source = undefined;
    if (document.hidden) return;
    listen();
    refreshSoon();
  });
  // A stream that is open keeps a page from being kept for "back".
  addEventListener('pagehide', () => source?.close());
}
