const parameter = /\$\{(pactbroker\.[^}]+)\}/g;

/** The values of parameters by their full name, e.g. `pactbroker.consumerName`. */
export type TemplateParameters = ReadonlyMap<string, string>;

/**
 * Replaces each `${pactbroker.…}` by its value; an unknown name stays unchanged.
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

/** The template with every parameter, known or unknown, replaced by one word, so that the rest can be checked. */
export function withPlaceholders(template: string, placeholder = 'placeholder'): string {
  return template.replace(parameter, placeholder);
}

/** Escapes a value for a URL as the official broker does: like a form field, with `+` for a space. */
export function urlEscape(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1).replaceAll('*', '%2A');
}
