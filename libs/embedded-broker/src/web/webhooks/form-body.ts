import { isHash, textOf, type RackHash } from '../../http/index.ts';

/** The body that a form stands for, and the mistakes of the form itself. */
export interface FormBody {
  readonly body: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

/**
 * Translates the form of a webhook into the body of the API, so that both have the same validation. The body has no
 * password when its field is empty: the stored one stays.
 */
export function formBody(form: RackHash): FormBody {
  const request = hashOf(form, 'request');
  const { headers, errors } = headersOf(text(request, 'headers'));
  const username = text(request, 'username').trim();
  const password = text(request, 'password');
  return {
    body: {
      description: text(form, 'description'),
      enabled: form['enabled'] === 'true',
      ...scopeOf(form, 'consumer'),
      ...scopeOf(form, 'provider'),
      events: Array.isArray(form['events']) ? form['events'].map((name) => ({ name })) : [],
      request: {
        method: text(request, 'method').trim(),
        url: text(request, 'url').trim(),
        headers,
        body: bodyOf(text(request, 'body')),
        username: username === '' ? null : username,
        ...(request['removePassword'] === 'true' ? { password: null } : password === '' ? {} : { password }),
      },
    },
    errors: errors.length === 0 ? {} : { 'request.headers': errors },
  };
}

function hashOf(form: RackHash, name: string): RackHash {
  const value = form[name];
  return isHash(value) ? value : {};
}

const text = (hash: RackHash, name: string) => textOf(hash[name]) ?? '';

function scopeOf(form: RackHash, role: 'consumer' | 'provider'): object {
  const given = hashOf(form, role);
  const [name, label] = [text(given, 'name').trim(), text(given, 'label').trim()];
  if (name === '' && label === '') return {};
  return { [role]: { ...(name === '' ? {} : { name }), ...(label === '' ? {} : { label }) } };
}

/** Headers from lines like `Name: value`. */
function headersOf(lines: string): { headers: Record<string, string>; errors: string[] } {
  const headers: Record<string, string> = {};
  const errors: string[] = [];
  for (const [index, line] of lines.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    if (colon < 1) errors.push(`line ${index + 1} is not "Name: value"`);
    else if (Object.keys(headers).some((known) => known.toLowerCase() === name.toLowerCase()))
      errors.push(`${name} is given twice`);
    else headers[name] = line.slice(colon + 1).trim();
  }
  return { headers, errors };
}

/** The body as JSON, else as the text that was typed: forms change the ends of lines (HTML, 4.10.22.4). */
function bodyOf(sent: string): unknown {
  const given = sent.replaceAll('\r\n', '\n');
  if (given.trim() === '') return undefined;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
}
