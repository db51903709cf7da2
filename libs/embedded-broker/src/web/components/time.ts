import { html, type Content } from '../html.ts';

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** Units from the largest, in milliseconds. */
const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago something was, in words: `3 days ago`, `yesterday`, `just now`. */
export function ago(iso: string, now: string): string {
  const difference = Date.parse(iso) - Date.parse(now);
  const unit = units.find(([, length]) => Math.abs(difference) >= length);
  return unit ? words.format(Math.trunc(difference / unit[1]), unit[0]) : 'just now';
}

/**
 * A time as seen from now; the exact one shows on hover.
 * @param iso as stored: ISO 8601, UTC
 */
export function time(iso: string, now: string): Content {
  return html`<time datetime=${iso} title=${exactTime(iso)}>${ago(iso, now)}</time>`;
}

/** `2026-11-25 19:31:05 UTC` */
export function exactTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
