import { fieldsOf, ValidationError } from '../http/index.ts';
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
  const errors: Record<string, string[]> = {};
  const details: Partial<Record<(typeof fields)[number], string | null>> = {};
  for (const field of fields) {
    const value = given[field];
    if (value === undefined) continue;
    if (value !== null && typeof value !== 'string') errors[field] = ['must be a string'];
    else if (value === '' && (field === 'mainBranch' || field === 'displayName'))
      errors[field] = ['cannot be blank'];
    else if (field === 'mainBranch' && /\s/.test(value ?? '')) errors[field] = ['cannot contain spaces'];
    else details[field] = value === '' ? null : value;
  }
  const name = given['name'];
  if (name === undefined) {
    if (rules.nameRequired) errors['name'] = ['is missing'];
  } else if (typeof name !== 'string') errors['name'] = ['must be a string'];
  else if (name.trim() === '') errors['name'] = ['cannot be blank'];
  else if (name.includes('\n')) errors['name'] = ['cannot contain multiple lines'];
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return { name: name as string | undefined, details };
}
