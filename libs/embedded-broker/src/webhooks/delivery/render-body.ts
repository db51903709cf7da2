import type { RequestTemplate } from '../definition/webhook.ts';
import { render, withPlaceholders, type TemplateParameters } from './template.ts';

/**
 * Fills in a body. A string is sent as it is, any other value as JSON. In a body that is JSON, values are escaped, so
 * that no name or number breaks it.
 * @param json the body of the template
 */
export function renderBody(
  json: string,
  { headers }: Pick<RequestTemplate, 'headers'>,
  parameters: TemplateParameters,
): string {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'string') return renderJson(json, parameters);
  return isJson(value, headers['content-type']) ? renderJson(value, parameters) : render(value, parameters);
}

/** A text of JSON, from quote to quote, or what stands between two of them. */
const jsonParts = /"(?:[^"\\]|\\.)*"|[^"]+|"/gs;

/** Only inside of texts a value has to be escaped; elsewhere it stands for a number or a literal. */
function renderJson(template: string, parameters: TemplateParameters): string {
  return template.replace(jsonParts, (part) =>
    part.startsWith('"') ? render(part, parameters, jsonEscape) : render(part, parameters),
  );
}

function jsonEscape(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Whether a text is JSON: by its content type, or, without one, because it is an object or a list. */
function isJson(template: string, contentType: string | undefined): boolean {
  if (contentType !== undefined) return /[/+]json\s*(?:;|$)/i.test(contentType);
  try {
    const value: unknown = JSON.parse(withPlaceholders(template, '0'));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
