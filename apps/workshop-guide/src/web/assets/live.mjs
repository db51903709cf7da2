// Keeps the page up to date: whenever the guide says that something changed, the page is fetched again and its live part
// replaced. Everything else works without this file.
const announcement = document.getElementById('announcement');
let busy = false;
let again = false;

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
  const focused = live.contains(document.activeElement) ? document.activeElement.id : '';
  const told = live.dataset.summary;
  live.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (announcement && fresh.dataset.summary !== told) announcement.textContent = fresh.dataset.summary;
}

new EventSource('/events').addEventListener('change', refresh);
