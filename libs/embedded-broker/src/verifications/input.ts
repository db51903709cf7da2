import { fieldsOf, ValidationError } from '../http/index.ts';

/** A result as a verifier publishes it. */
export interface VerificationInput {
  readonly success: boolean;
  readonly providerApplicationVersion: string;
  readonly buildUrl: string | undefined;
  /** JSON text. */
  readonly testResults: string | undefined;
  /** JSON text. */
  readonly verifiedBy: string | undefined;
}

/**
 * Reads the body of a request that publishes a result.
 * Source: docs/official-broker/verification-results.md#publishing.
 * @throws ValidationError with the official messages
 */
export function verificationInput(body: unknown): VerificationInput {
  const given = fieldsOf(body);
  const { success, providerApplicationVersion: version, buildUrl, testResults, verifiedBy } = given;
  const errors: Record<string, string[]> = {};
  if (success === undefined) errors['success'] = ['is missing'];
  else if (typeof success !== 'boolean') errors['success'] = ['must be boolean'];
  if (version === undefined) errors['providerApplicationVersion'] = ['is missing'];
  else if (version === '') errors['providerApplicationVersion'] = ['must be filled'];
  else if (typeof version !== 'string') errors['providerApplicationVersion'] = ['must be a string'];
  else if (version.trim() === '') errors['providerApplicationVersion'] = ['cannot be blank'];
  if (buildUrl !== undefined && buildUrl !== null && typeof buildUrl !== 'string')
    errors['buildUrl'] = ['must be a string'];
  else if (typeof buildUrl === 'string' && /\s/.test(buildUrl))
    errors['buildUrl'] = ['is not a valid URL eg. http://example.org'];
  if (
    verifiedBy !== undefined &&
    verifiedBy !== null &&
    (typeof verifiedBy !== 'object' || Array.isArray(verifiedBy))
  ) {
    errors['verifiedBy'] = ['must be a hash'];
  }
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return {
    success: success as boolean,
    providerApplicationVersion: version as string,
    buildUrl: (buildUrl as string | null | undefined) ?? undefined,
    testResults: jsonOrNothing(testResults),
    verifiedBy: jsonOrNothing(verifiedBy),
  };
}

function jsonOrNothing(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}
