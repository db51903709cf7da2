import { PactToolingError } from './tooling-error.ts';

/** A value that was given, but is empty. */
export class EmptyValueError extends PactToolingError {
  constructor(name: string) {
    super(`The ${name} is empty. Is a variable unset that it was to come from?`);
  }
}

/** @throws EmptyValueError when one of the values is an empty text, or a list that has one in it */
export function refuseEmpty(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().some((text) => typeof text === 'string' && text.trim() === '')) {
      throw new EmptyValueError(name);
    }
  }
}
