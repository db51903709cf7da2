const parameter = /\$\{(pactbroker\.[^}]+)\}/g;

/** Values by their whole name, e.g. `pactbroker.consumerName`. */
export type TemplateParameters = ReadonlyMap<string, string>;

/**
 * Replaces each `${pactbroker.…}` by its value; a name that nobody knows stays as it is.
 * Source: docs.pact.io, "Webhooks: dynamic variable substitution".
 * @param escape applied to each value, e.g. for a URL
 */
export function render(
  template: string,
  parameters: TemplateParameters,
  escape: (value: string) => string = (value) => value,
): string {
  return template.replace(parameter, (whole, name: string) => {
    const value = parameters.get(name);
    return value === undefined ? whole : escape(value);
  });
}

/** The text with every parameter, known or not, replaced by one word: to look at what is around them. */
export function withPlaceholders(template: string, placeholder = 'placeholder'): string {
  return template.replace(parameter, placeholder);
}

/** A value for a URL as the official broker escapes it: like a form field, so a space becomes `+`. */
export function urlEscape(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1).replaceAll('*', '%2A');
}
