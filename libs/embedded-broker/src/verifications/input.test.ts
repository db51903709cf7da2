import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '../http/index.ts';
import { verificationInput } from './input.ts';

const right = { success: true, providerApplicationVersion: '1' };
const errorsOf = (body: unknown): unknown => {
  try {
    verificationInput(body);
    return {};
  } catch (error) {
    return error instanceof ValidationError ? error.errors : error;
  }
};

describe('A result as a verifier publishes it', () => {
  it.each<[unknown, Record<string, string[]>]>([
    [{}, { success: ['is missing'], providerApplicationVersion: ['is missing'] }],
    [{ ...right, success: 'true' }, { success: ['must be boolean'] }],
    [{ ...right, success: null }, { success: ['must be boolean'] }],
    [{ ...right, success: 1 }, { success: ['must be boolean'] }],
    [{ ...right, providerApplicationVersion: '' }, { providerApplicationVersion: ['must be filled'] }],
    [{ ...right, providerApplicationVersion: ' ' }, { providerApplicationVersion: ['cannot be blank'] }],
    [{ ...right, providerApplicationVersion: 1 }, { providerApplicationVersion: ['must be a string'] }],
    [{ ...right, buildUrl: 1 }, { buildUrl: ['must be a string'] }],
    [{ ...right, buildUrl: 'http://ci/a b' }, { buildUrl: ['is not a valid URL eg. http://example.org'] }],
    [{ ...right, verifiedBy: [] }, { verifiedBy: ['must be a hash'] }],
    [{ ...right, verifiedBy: 'me' }, { verifiedBy: ['must be a hash'] }],
    [right, {}],
    [{ ...right, success: false, buildUrl: null, verifiedBy: null, testResults: null }, {}],
  ])('%j has the errors %j', (body, errors) => {
    expect(errorsOf(body)).toEqual(errors);
  });

  it('is read with all that it says', () => {
    expect(
      verificationInput({
        success: false,
        providerApplicationVersion: '1',
        buildUrl: 'http://ci/1',
        testResults: { tests: [1] },
        verifiedBy: { implementation: 'x' },
      }),
    ).toEqual({
      success: false,
      providerApplicationVersion: '1',
      buildUrl: 'http://ci/1',
      testResults: '{"tests":[1]}',
      verifiedBy: '{"implementation":"x"}',
    });
    expect(verificationInput({ ...right, buildUrl: null, testResults: null })).toEqual({
      ...right,
      buildUrl: undefined,
      testResults: undefined,
      verifiedBy: undefined,
    });
  });
});
