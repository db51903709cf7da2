// A page with elements marked `data-live` is kept up to date: when the broker says that something was written, the page
// is fetched again and those elements are replaced. A hidden page does not listen, since browsers have few connections
// to one host; it catches up when it is shown again.
const listening = document.querySelector('meta[name="live"]')?.content;
let source;
let busy = false;
let again = false;

function replaceParts(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  for (const old of document.querySelectorAll('[data-live]')) {
    const part = fresh.getElementById(old.id);
    if (!part || part.innerHTML === old.innerHTML) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
    const place = focused && [...old.querySelectorAll('a,button,input,summary')].indexOf(focused);
    old.replaceWith(document.adoptNode(part));
    if (focused) part.querySelectorAll('a,button,input,summary')[place]?.focus();
    part.dispatchEvent(new Event('replaced', { bubbles: true }));
  }
}

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.ok) replaceParts(await response.text());
  } catch {
    // The broker is away; the stream comes back by itself, and with it the next look.
  }
  busy = false;
  if (again) {
    again = false;
    refresh();
  }
}

function listen() {
  source = new EventSource(listening);
  let wasLost = false;
  source.addEventListener('change', refresh);
  source.addEventListener('open', () => {
    document.documentElement.dataset.live = 'on';
    if (wasLost) refresh();
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
    refresh();
  });
  // A stream that is open keeps a page from being kept for "back".
  addEventListener('pagehide', () => source?.close());
}
