import { withPlaceholders } from '../delivery/template.ts';

const secretName =
  /authorization|token|secret|password|passwd|cookie|signature|api-?_?key|[-_]key$|^(?:key|sig)$/i;

/** Whether the name of a header or of a URL parameter says that it holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Whether a value consists of template parameters only, or of a scheme and parameters (`Bearer ${…}`). */
export function isOnlyParameter(value: string): boolean {
  const rest = withPlaceholders(value, '');
  return rest !== value && /^([A-Za-z]+ )?$/.test(rest);
}
