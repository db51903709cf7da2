const dayInMs = 86_400_000;
/** The first time there is: as far back as a `Date` goes. */
const firstTime = -8_640_000_000_000_000;

/** The time so many days before another, both in ISO 8601; the first there is where it would be before that. */
export function daysBefore(time: string, days: number): string {
  return new Date(Math.max(Date.parse(time) - days * dayInMs, firstTime)).toISOString();
}

/**
 * Since when things are not older than so many days: from the beginning of that day in UTC, as the official broker counts.
 * Source: docs/official-broker/deleting-and-cleaning.md#keep-selectors.
 */
export const startOfAge = (now: string, maxAge: number): string => daysBefore(now.slice(0, 10), maxAge);
