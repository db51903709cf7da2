import { expect, it } from '@jest/globals';
import { PactToolingError } from './index.ts';

it('An error has the name of its class, and its cause', () => {
  const cause = new Error('cause');
  class OwnError extends PactToolingError {}
  expect(new OwnError('text', { cause })).toMatchObject({ name: 'OwnError', message: 'text', cause });
});
