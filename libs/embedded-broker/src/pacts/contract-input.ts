import { isFilled, utf8Text } from '../http/index.ts';
import { isObject, kindOf, parseTree, treeText, valueAt, type JsonTree } from './json-tree.ts';

export interface ContractToPublish {
  readonly consumerName: string;
  readonly providerName: string;
  readonly document: JsonTree;
  readonly merge: boolean;
}

/** What is wrong with a contract of a request, in the order of the official broker; and the contract, where nothing is. */
export interface ContractReading {
  readonly errors: readonly string[];
  readonly contract: ContractToPublish;
}

/**
 * Reads one contract of `POST /contracts/publish`. What the content says is only compared with fields that are right
 * themselves, so that one mistake is reported once.
 * Source: docs/official-broker/publishing.md#request.
 */
export function contractInput(given: Readonly<Record<string, unknown>>): ContractReading {
  const { consumerName, providerName, content, contentType, specification, onConflict } = given;
  const fields: Record<string, readonly string[]> = {
    consumerName: textErrors(consumerName),
    providerName: textErrors(providerName),
    content: textErrors(content),
    contentType: choiceErrors(contentType, ['application/json']),
    specification: choiceErrors(specification, ['pact']),
    onConflict: onConflict === undefined ? [] : choiceErrors(onConflict, ['overwrite', 'merge']),
  };
  const isRight = (...names: string[]) => names.every((name) => fields[name]?.length === 0);
  const blank = Object.entries({ consumerName, providerName })
    .filter(([name, value]) => isRight(name) && isBlank(value))
    .map(([name]) => `${name} cannot be blank`);
  const { document, problems } = decodeContent(content, isRight('contentType'));
  const name = { consumer: nameIn(document, 'consumer'), provider: nameIn(document, 'provider') };
  if (problems.length === 0) {
    if (isRight('consumerName', 'specification') && name.consumer !== null && name.consumer !== consumerName)
      problems.push(mismatch('consumer', name.consumer, String(consumerName)));
    else if (isRight('providerName') && name.provider !== null && name.provider !== providerName)
      problems.push(mismatch('provider', name.provider, String(providerName)));
  }
  return {
    errors: [
      ...Object.entries(fields).flatMap(([field, messages]) => messages.map((text) => `${field} ${text}`)),
      ...blank,
      ...problems,
    ],
    contract: {
      consumerName: consumerName as string,
      providerName: providerName as string,
      document: document ?? null,
      merge: onConflict === 'merge',
    },
  };
}

/** Whether the value is a text of nothing but white space. */
export function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** The messages about a text that has to be there. */
export function textErrors(value: unknown): string[] {
  if (value === undefined) return ['is missing'];
  if (typeof value !== 'string') return ['must be a string'];
  return value === '' ? ['must be filled'] : [];
}

function choiceErrors(value: unknown, choices: readonly string[]): string[] {
  if (value === undefined) return ['is missing'];
  if (!isFilled(value)) return ['must be filled'];
  return choices.includes(value as string) ? [] : [`must be one of: ${choices.join(', ')}`];
}

function decodeContent(
  content: unknown,
  isJson: boolean,
): { document: JsonTree | undefined; problems: string[] } {
  const bytes = typeof content === 'string' ? decodeBase64(content) : undefined;
  const text = bytes && utf8Text(bytes);
  const problems: string[] = [];
  if (text === undefined) problems.push('is not valid Base64');
  else if (typeof text !== 'string') {
    problems.push(
      `contract content has a non UTF-8 character at char ${text.at} and cannot be parsed as JSON. ` +
        `Fragment preceding invalid character is: '${text.before}'`,
    );
  }
  const document = typeof text === 'string' ? parsed(text) : undefined;
  if (!isJson) return { document, problems };
  if (document === undefined) problems.push('content could not be parsed as application/json');
  else if (!isObject(document))
    problems.push(`parsed content was expected to be a Hash but was a ${kindOf(document)}`);
  return { document, problems };
}

function decodeBase64(text: string): Buffer | undefined {
  const isBase64 = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  return isBase64 ? Buffer.from(text, 'base64') : undefined;
}

/** The document; undefined for what is no JSON, and for `null`, which says as little. */
function parsed(text: string): JsonTree | undefined {
  try {
    return parseTree(text) ?? undefined;
  } catch {
    return undefined;
  }
}

function nameIn(document: JsonTree | undefined, role: 'consumer' | 'provider'): string | null {
  const name = (document && valueAt(document, role, 'name')) ?? null;
  return name === null || typeof name === 'string' ? name : treeText(name);
}

function mismatch(role: 'consumer' | 'provider', inContent: string, inParams: string): string {
  return `${role} name in contract content ('${inContent}') must match ${role}Name in contract params ('${inParams}')`;
}
