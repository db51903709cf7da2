import { expect, it } from '@jest/globals';
import { describeUnless } from '../src/describe-unless.ts';

// Run by src/requirements.test.ts, which says in MISSING what is missing.
describeUnless(process.env['MISSING'])('What needs a program', () => {
  it('runs', () => expect(1).toBe(1));
});
