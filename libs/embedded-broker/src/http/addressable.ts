import { ValidationError } from './errors.ts';
import { segment } from './urls.ts';

/**
 * How long a name may be in a URL, where a letter of another alphabet takes six or nine places. The longest paths have
 * four names, and many proxies take no URL over 8,000.
 */
const maxLength = 1000;

/** What is called by a name that stands in paths. */
type Named = 'pacticipant' | 'version' | 'branch' | 'tag' | 'label';

/** Why nobody could ask for what has this name: its URL would be that of something else, or of nothing. */
export function addressErrors(name: string): readonly string[] {
  if (name === '') return ['must be filled'];
  if (name === '.' || name === '..')
    return [`cannot be "${name}", which clients take for a step within a URL`];
  if (/[\t\n]/.test(name)) return ['cannot contain a tab or a new line'];
  const { length } = segment(name);
  return length > maxLength
    ? [`is too long for a URL: it has ${length} characters there, of ${maxLength}`]
    : [];
}

/**
 * Refuses to create what nobody could ask for afterwards.
 * @throws ValidationError that says why
 */
export function checkAddressable(what: Named, name: string): void {
  const errors = addressErrors(name);
  if (errors.length > 0) throw new ValidationError({ [what]: errors });
}
