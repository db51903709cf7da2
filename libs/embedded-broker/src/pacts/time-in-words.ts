const minute = 60_000;
const hour = 60;
const day = 24 * hour;
const month = 30 * day;
const year = 365 * day;

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * How long something took, roughly and in English, by the steps that Ruby on Rails made common.
 * @param from ISO 8601
 * @param to ISO 8601, not before `from`
 */
export function distanceInWords(from: string, to: string): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / minute);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 45) return count(minutes, 'minute');
  if (minutes < 90) return 'about 1 hour';
  if (minutes < day) return `about ${count(Math.round(minutes / hour), 'hour')}`;
  if (minutes < 42 * hour) return '1 day';
  if (minutes < month) return count(Math.round(minutes / day), 'day');
  if (minutes < 2 * month) return `about ${count(Math.round(minutes / month), 'month')}`;
  if (minutes < year) return count(Math.round(minutes / month), 'month');
  const years = Math.floor(minutes / year);
  const rest = minutes % year;
  if (rest < year / 4) return `about ${count(years, 'year')}`;
  if (rest < (year * 3) / 4) return `over ${count(years, 'year')}`;
  return `almost ${count(years + 1, 'year')}`;
}

/** `Wed 25 Nov 2026, 9:31am +00:00` */
export function dateInWords(iso: string): string {
  const date = new Date(iso);
  const hours = date.getUTCHours();
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${hours % 12 || 12}:${two(date.getUTCMinutes())}${hours < 12 ? 'am' : 'pm'}`;
  return `${days[date.getUTCDay()]} ${two(date.getUTCDate())} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${time} +00:00`;
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
