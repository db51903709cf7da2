const maxLength = 128;
const dayMs = 86_400_000;
const minuteMs = 60_000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zones that have a name, in hours east of Greenwich. */
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, zulu: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 1, west: 1, cet: 1, cest: 2, eet: 2, eest: 3 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
};

/** `20260131`, `20260131T1200`, `20260131120000`. */
const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?!\d)/i;
/** `12:30`, `12:30:05.5 pm`, each with a zone: `Z`, `+01:00`, `GMT+1`, `PST`. */
const clock = new RegExp(
  String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(?:([ap])\.?m\b\.?)?\s*` +
    String.raw`(?:(?:gmt|utc)?\s*([-+]\d{1,2})(?::?(\d\d))?(?!\d)|(${Object.keys(zones).join('|')})\b)?`,
  'i',
);

const month = String.raw`(${months.join('|')})[a-z]*\.?,?[\s-]*`;
const nth = '(?:st|nd|rd|th)?';
const written = (pattern: string) => new RegExp(String.raw`(?<![\d-])${pattern}(?!\d)`, 'i');
type Parts = readonly (string | undefined)[];

/** The ways to write a day, and its time. The first way that is found counts. */
const ways: readonly (readonly [RegExp, (parts: Parts) => number | undefined])[] = [
  [written(String.raw`(\d{4})[\s-]*${month}(\d{1,2})${nth}`), ([y, m, d]) => dayOf(y, numberOf(m), d)],
  [written(String.raw`(\d{1,2})${nth}[\s-]*${month}(\d{4}|\d\d)`), ([d, m, y]) => dayOf(y, numberOf(m), d)],
  [written(String.raw`${month}(\d{1,2})${nth},?\s+(\d{4})`), ([m, d, y]) => dayOf(y, numberOf(m), d)],
  [written(String.raw`(\d{4})-?W(\d\d)(?:-?([1-7]))?`), ([y, week, weekday]) => dayOfWeek(y, week, weekday)],
  [
    written(String.raw`(\d{1,6})([-/.])(\d{1,2})\2(\d{1,4})`),
    ([first, , m, last = '']) => (last.length > 2 ? dayOf(last, m, first) : dayOf(first, m, last)),
  ],
  [written(String.raw`(\d{4})-?(\d{3})`), ([y, d]) => dayOfYear(y, d)],
];

/**
 * The time that a text names, as Ruby reads it for the official broker: in ISO 8601 or as people write it, the day
 * before the month where the year is last, in UTC where it has no zone. A text without a year, month and day has none.
 */
export function dateOf(value: unknown): Date | undefined {
  if (typeof value !== 'string' || value.length > maxLength) return undefined;
  const text = value
    .trim()
    .replace(compact, (_, y: string, m: string, d: string, ...[hour, minute, second]: Parts) =>
      hour === undefined ? `${y}-${m}-${d}` : `${y}-${m}-${d} ${hour}:${minute}:${second ?? '00'}`,
    );
  const time = clock.exec(text);
  const day = dayIn(time ? text.replace(time[0], ' ') : text);
  const sinceMidnight = time ? timeOfDay(time.slice(1)) : 0;
  return day === undefined || sinceMidnight === undefined ? undefined : new Date(day + sinceMidnight);
}

function dayIn(text: string): number | undefined {
  for (const [pattern, read] of ways) {
    const match = pattern.exec(text);
    if (match) return read(match.slice(1));
  }
  return undefined;
}

function timeOfDay([h, m, s = '0', fraction = '0', half, hours, minutes, name]: Parts): number | undefined {
  const isEvening = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (isEvening ? 12 : 0);
  const [minute, second] = [Number(m), Math.min(Number(s), 59)];
  if (hour > 24 || minute > 59 || Number(s) > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const sign = hours?.startsWith('-') ? -1 : 1;
  const east =
    hours === undefined
      ? (zones[name?.toLowerCase() ?? 'z'] ?? 0) * 60
      : Number(hours) * 60 + sign * Number(minutes ?? 0);
  return (
    (hour * 60 + minute - east) * minuteMs + second * 1_000 + Math.floor(Number(`0.${fraction}`) * 1_000)
  );
}

function numberOf(monthName: string | undefined): string {
  return String(months.indexOf(monthName?.toLowerCase() ?? '') + 1);
}

/** @returns undefined for a day that there is not, and for years that ISO 8601 does not write in four digits */
function dayOf(y: string | undefined, m: string | undefined, d: string | undefined): number | undefined {
  const short = Number(y);
  const year = y?.length === 2 ? short + (short < 69 ? 2000 : 1900) : short;
  const time = new Date(Date.UTC(year, Number(m) - 1, Number(d)));
  const isThere =
    time.getUTCFullYear() === year && time.getUTCMonth() === Number(m) - 1 && time.getUTCDate() === Number(d);
  return isThere && year <= 9999 ? time.getTime() : undefined;
}

function dayOfYear(y: string | undefined, d: string | undefined): number | undefined {
  const time = new Date(Date.UTC(Number(y), 0, Number(d)));
  return Number(d) > 0 && time.getUTCFullYear() === Number(y) ? time.getTime() : undefined;
}

/** Of a week as ISO 8601 counts them: the first one has the fourth of January. */
function dayOfWeek(y: string | undefined, week: string | undefined, weekday = '1'): number | undefined {
  const fourth = new Date(Date.UTC(Number(y), 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs + (Number(week) - 1) * 7 * dayMs;
  const thursday = new Date(monday + 3 * dayMs);
  return thursday.getUTCFullYear() === Number(y) ? monday + (Number(weekday) - 1) * dayMs : undefined;
}
