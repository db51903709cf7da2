import { fieldsOf, utf8Text, ValidationError } from '../http/index.ts';
import { isObject, kindOf, parseTree, treeText, valueAt, type JsonTree } from './json-tree.ts';

/** A request to publish contracts, read and checked. */
export interface ContractsToPublish {
  readonly pacticipantName: string;
  readonly pacticipantVersionNumber: string;
  readonly branch: string | undefined;
  /** Undefined when the request says nothing of tags. */
  readonly tags: readonly string[] | undefined;
  readonly buildUrl: string | undefined;
  readonly contracts: readonly ContractToPublish[];
}

export interface ContractToPublish {
  readonly consumerName: string;
  readonly providerName: string;
  readonly document: JsonTree;
  readonly merge: boolean;
}

/**
 * Reads the body of `POST /contracts/publish` (api.md 2.2).
 * @throws ValidationError with the official messages, those of contracts with their index
 */
export function contractsInput(body: unknown): ContractsToPublish {
  const given = fieldsOf(body);
  const errors: Record<string, string[]> = {};
  const report = (field: string, messages: string[]) => {
    if (messages.length > 0) errors[field] = messages;
  };
  report('pacticipantName', lineErrors(given['pacticipantName']));
  report('pacticipantVersionNumber', lineErrors(given['pacticipantVersionNumber']));
  const { branch, tags, buildUrl, contracts } = given;
  if (branch !== undefined && branch !== null) report('branch', lineErrors(branch));
  if (tags !== undefined && tags !== null) report('tags', tagErrors(tags));
  if (buildUrl !== undefined && buildUrl !== null) report('buildUrl', buildUrlErrors(buildUrl));
  const read = Array.isArray(contracts)
    ? contracts.map((contract) => contractInput(fieldsOf(contract), given))
    : [];
  if (contracts === undefined) report('contracts', ['is missing']);
  else if (!Array.isArray(contracts)) report('contracts', ['must be an array']);
  report('contracts', [
    ...(errors['contracts'] ?? []),
    ...read.flatMap(({ errors }, i) => errors.map((message) => `${message} (at index ${i})`)),
  ]);
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return {
    pacticipantName: given['pacticipantName'] as string,
    pacticipantVersionNumber: given['pacticipantVersionNumber'] as string,
    branch: (branch as string | null | undefined) ?? undefined,
    tags: (tags as string[] | null | undefined) ?? undefined,
    buildUrl: (buildUrl as string | null | undefined) ?? undefined,
    contracts: read.map(({ contract }) => contract),
  };
}

function contractInput(
  given: Record<string, unknown>,
  request: Record<string, unknown>,
): { errors: string[]; contract: ContractToPublish } {
  const { consumerName, providerName, content, contentType, specification, onConflict } = given;
  const errors = [
    ...named('consumerName', lineErrors(consumerName)),
    ...named('providerName', lineErrors(providerName)),
    ...named('content', filledErrors(content)),
    ...named('contentType', choiceErrors(contentType, ['application/json'])),
    ...named('specification', choiceErrors(specification, ['pact'])),
    ...(onConflict === undefined
      ? []
      : named('onConflict', choiceErrors(onConflict, ['overwrite', 'merge']))),
  ];
  if (typeof consumerName === 'string' && consumerName !== request['pacticipantName']) {
    errors.push(
      `consumerName ('${consumerName}') must match pacticipantName ('${shown(request['pacticipantName'])}')`,
    );
  }
  const { document, problems } =
    typeof content === 'string' ? decodeContent(content) : { document: null, problems: [] };
  errors.push(...problems);
  if (problems.length === 0 && typeof content === 'string') {
    if (!isObject(document))
      errors.push(`parsed content was expected to be a Hash but was a ${kindOf(document)}`);
    for (const [role, param] of [
      ['consumer', consumerName],
      ['provider', providerName],
    ] as const) {
      const name = valueAt(document, role, 'name') ?? null;
      if (name !== null && name !== param) {
        errors.push(
          `${role} name in contract content ('${typeof name === 'string' ? name : treeText(name)}') must match ${role}Name in contract params ('${shown(param)}')`,
        );
      }
    }
  }
  return {
    errors,
    contract: {
      consumerName: consumerName as string,
      providerName: providerName as string,
      document,
      merge: onConflict === 'merge',
    },
  };
}

function decodeContent(base64: string): { document: JsonTree; problems: string[] } {
  const isBase64 = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64);
  const notJson = 'content could not be parsed as application/json';
  if (!isBase64) return { document: null, problems: ['is not valid Base64', notJson] };
  const text = utf8Text(Buffer.from(base64, 'base64'));
  if (typeof text !== 'string') {
    const message =
      `contract content has a non UTF-8 character at char ${text.at} and cannot be parsed as JSON. ` +
      `Fragment preceding invalid character is: '${text.before}'`;
    return { document: null, problems: [message] };
  }
  try {
    return { document: parseTree(text), problems: [] };
  } catch {
    return { document: null, problems: [notJson] };
  }
}

const named = (field: string, messages: readonly string[]) =>
  messages.map((message) => `${field} ${message}`);

function filledErrors(value: unknown): string[] {
  if (value === undefined) return ['is missing'];
  if (value === null || value === '') return ['must be filled'];
  return typeof value === 'string' ? [] : ['must be a string'];
}

function lineErrors(value: unknown): string[] {
  const errors = filledErrors(value);
  if (errors.length > 0) return errors;
  if ((value as string).trim() === '') return ['cannot be blank'];
  return (value as string).includes('\n') ? ['cannot contain multiple lines'] : [];
}

function buildUrlErrors(value: unknown): string[] {
  if (typeof value !== 'string') return ['must be a string'];
  return value.includes('\n') ? ['cannot contain multiple lines'] : [];
}

function choiceErrors(value: unknown, choices: readonly string[]): string[] {
  const errors = filledErrors(value);
  if (errors.length > 0) return errors;
  return choices.includes(value as string) ? [] : [`must be one of: ${choices.join(', ')}`];
}

function tagErrors(tags: unknown): string[] {
  if (!Array.isArray(tags)) return ['must be an array'];
  return tags.flatMap((tag: unknown, i) => lineErrors(tag).map((message) => `${message} (at index ${i})`));
}

/** A value in a message; an object may have a `toString` of the client's. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
