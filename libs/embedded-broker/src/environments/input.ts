import { addressErrors, fieldsOf, isFilled, ValidationError } from '../http/index.ts';
import { displayNameOf } from '../pacticipants/index.ts';
import type { EnvironmentInput } from './environment-store.ts';

/**
 * Reads the body of a request that creates or replaces an environment.
 * Source: docs/official-broker/environments.md#an-environment.
 * @param isNameTaken whether another environment has the name
 * @throws ValidationError with the official messages
 */
export function environmentInput(body: unknown, isNameTaken: (name: string) => boolean): EnvironmentInput {
  const given = fieldsOf(body);
  const { name, displayName, production, contacts } = given;
  const errors: Record<string, readonly string[]> = {
    name: nameErrors(name, isNameTaken),
    production: productionErrors(production),
    displayName: displayNameErrors(displayName),
    contacts: contactErrors(contacts),
  };
  const present = Object.fromEntries(Object.entries(errors).filter(([, messages]) => messages.length > 0));
  if (Object.keys(present).length > 0) throw new ValidationError(present);
  return {
    name: name as string,
    displayName: givenText(displayName) ?? displayNameOf(name as string),
    production: production as boolean,
    contacts: contacts as object[] | undefined,
  };
}

function nameErrors(name: unknown, isNameTaken: (name: string) => boolean): readonly string[] {
  if (name === undefined) return ['is missing'];
  if (typeof name !== 'string') return ['must be a string'];
  if (name === '') return ['must be filled'];
  if (/\n/.test(name)) return ['cannot contain multiple lines'];
  if (/\s/.test(name)) return ['cannot contain spaces'];
  if (isNameTaken(name)) return [`name '${name}' is already used by an existing environment.`];
  // Badges have it in their path.
  return addressErrors(name);
}

function productionErrors(production: unknown): string[] {
  if (production === undefined) return ['is missing'];
  if (typeof production === 'boolean') return [];
  return isFilled(production) ? ['must be one of: true, false'] : ['must be filled'];
}

/** The text, unless it is blank. */
function givenText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function displayNameErrors(displayName: unknown): string[] {
  if (displayName === undefined || displayName === null) return [];
  if (typeof displayName !== 'string') return ['must be a string'];
  return /\n/.test(displayName) ? ['cannot contain multiple lines'] : [];
}

function contactErrors(contacts: unknown): string[] {
  if (contacts === undefined) return [];
  if (!Array.isArray(contacts)) return ['must be an array'];
  return contacts.flatMap((contact: unknown, i) => {
    if (typeof contact !== 'object' || contact === null || Array.isArray(contact))
      return [`must be a hash (at index ${i})`];
    const { name, details } = contact as Record<string, unknown>;
    return [
      ...(name === undefined ? [`name is missing (at index ${i})`] : []),
      ...(name === '' ? [`name must be filled (at index ${i})`] : []),
      ...(name !== undefined && typeof name !== 'string' ? [`name must be a string (at index ${i})`] : []),
      ...(details !== undefined && (typeof details !== 'object' || details === null || Array.isArray(details))
        ? [`details must be a hash (at index ${i})`]
        : []),
    ];
  });
}
