import { withPlaceholders } from '../delivery/template.ts';

const secretName =
  /authorization|token|secret|password|passwd|cookie|signature|api-?_?key|[-_]key$|^(?:key|sig)$/i;

/** Whether a header, or a parameter of a URL, holds a secret, as far as its name tells. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Whether a value is made of parameters alone, perhaps behind a word that says the scheme (`Bearer ${…}`). */
export function isOnlyParameter(value: string): boolean {
  const rest = withPlaceholders(value, '');
  return rest !== value && /^([A-Za-z]+ )?$/.test(rest);
}
