import { addressErrors, fieldsOf, ValidationError } from '../http/index.ts';
import type { PacticipantDetails } from './store.ts';

const fields = [
  'displayName',
  'repositoryUrl',
  'repositoryName',
  'repositoryNamespace',
  'mainBranch',
] as const;

export interface PacticipantInput {
  readonly name: string | undefined;
  /** Only the fields that were given; null clears one. */
  readonly details: Partial<PacticipantDetails>;
}

/**
 * Reads the body of a request that creates or changes a pacticipant.
 * @throws ValidationError with the official messages
 */
export function pacticipantInput(body: unknown, rules: { readonly nameRequired: boolean }): PacticipantInput {
  const given = fieldsOf(body);
  const errors: Record<string, readonly string[]> = {};
  const details: Partial<Record<(typeof fields)[number], string | null>> = {};
  for (const field of fields) {
    const value = given[field];
    if (value === undefined) continue;
    const messages = value === null ? [] : fieldErrors(field, value);
    if (messages.length > 0) errors[field] = messages;
    else details[field] = value as string | null;
  }
  const name = given['name'];
  const messages = name === undefined && !rules.nameRequired ? [] : nameErrors(name);
  if (messages.length > 0) errors['name'] = messages;
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return { name: name as string | undefined, details };
}

function fieldErrors(field: (typeof fields)[number], value: unknown): readonly string[] {
  if (typeof value !== 'string') return ['must be a string'];
  const isName = field === 'mainBranch' || field === 'displayName';
  const wrong = [
    ...(value.includes('\n') ? ['cannot contain multiple lines'] : []),
    ...(field === 'mainBranch' && value.includes(' ') ? ['cannot contain spaces'] : []),
    ...(isName && value.trim() === '' ? ['cannot be blank'] : []),
  ];
  return wrong.length === 0 && field === 'mainBranch' ? addressErrors(value) : wrong;
}

function nameErrors(name: unknown): readonly string[] {
  if (name === undefined) return ['is missing'];
  if (name === '') return ['must be filled'];
  if (typeof name !== 'string') return ['must be a string'];
  if (name.trim() === '') return ['cannot be blank'];
  return name.includes('\n') ? ['cannot contain multiple lines'] : addressErrors(name);
}
