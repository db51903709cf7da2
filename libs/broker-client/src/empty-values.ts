import { PactToolingError } from './tooling-error.ts';

/** A given value is empty. Usually a variable of the pipeline is not set: set it, or leave the option out. */
export class EmptyValueError extends PactToolingError {
  constructor(name: string) {
    super(`The ${name} is empty. Is the variable that it comes from not set?`);
  }
}

/** @throws EmptyValueError if one of the values is an empty text, or a list with one */
export function refuseEmpty(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().some((text) => typeof text === 'string' && text.trim() === '')) {
      throw new EmptyValueError(name);
    }
  }
}
