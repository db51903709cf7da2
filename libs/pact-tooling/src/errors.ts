/** Every failure that a user of the tooling can cause or has to know of. The message says what, where and what to do. */
export class PactToolingError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** A value that was given, but is empty. */
export class EmptyValueError extends PactToolingError {
  constructor(name: string) {
    super(`The ${name} is empty. Is a variable unset that it was to come from?`);
  }
}

/** @throws EmptyValueError when one of the values is an empty text */
export function refuseEmpty(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value.trim() === '') throw new EmptyValueError(name);
  }
}
