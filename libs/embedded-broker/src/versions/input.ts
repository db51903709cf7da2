import { fieldsOf, ValidationError } from '../http/index.ts';

export interface VersionInput {
  /** Undefined when not given, null to clear. */
  readonly buildUrl: string | null | undefined;
  /** Replaces all tags when given. */
  readonly tags: readonly string[] | undefined;
}

/**
 * Reads the body of a request that writes a version.
 * Source: docs/official-broker/pacticipants-and-versions.md#versions.
 * @throws ValidationError with the official messages
 */
export function versionInput(body: unknown): VersionInput {
  const given = fieldsOf(body);
  const errors: Record<string, string[]> = {};
  const { buildUrl, tags } = given;
  if (buildUrl !== undefined && buildUrl !== null && typeof buildUrl !== 'string')
    errors['buildUrl'] = ['must be a string'];
  if (tags !== undefined && tags !== null) {
    if (!Array.isArray(tags)) errors['tags'] = ['must be an array'];
    else if (!tags.every((tag) => typeof (tag as { name?: unknown } | null)?.name === 'string')) {
      errors['tags'] = ['name must be a string'];
    }
  }
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return {
    buildUrl: buildUrl as string | null | undefined,
    tags: Array.isArray(tags) ? tags.map((tag: { name: string }) => tag.name) : undefined,
  };
}
