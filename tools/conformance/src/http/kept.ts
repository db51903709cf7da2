/** Values of earlier answers, by name. */
export type Kept = Readonly<Record<string, string>>;

/** Puts kept values where a text names them. `{name}` that nobody kept stays, as URI templates need it. */
export function fill(text: string, kept: Kept): string {
  return text.replace(/\{(\w+)\}/g, (found, name: string) => kept[name] ?? found);
}

/** What a step keeps of an answer; a place that is not there keeps nothing. */
export function keepFrom(
  answer: { readonly headers: Headers; readonly text: string },
  places: Readonly<Record<string, string>>,
): Kept {
  const found = Object.entries(places).flatMap(([name, place]) => {
    const value = place.startsWith('header ')
      ? answer.headers.get(place.slice('header '.length))
      : valueAt(answer.text, place);
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [];
  });
  return Object.fromEntries(found);
}

function valueAt(text: string, place: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  for (const key of place.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value;
}

/** Whether all values that a path names were kept. */
export function isFilled(path: string, kept: Kept): boolean {
  return !/^\{\w+\}|\/\{\w+\}/.test(fill(path, kept));
}
