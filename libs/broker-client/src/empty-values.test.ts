import { describe, expect, it } from '@jest/globals';
import { EmptyValueError, refuseEmpty } from './index.ts';

describe('An empty value', () => {
  it.each([
    [{ name: '' }, 'name'],
    [{ name: ' \n' }, 'name'],
    [{ other: 'x', name: '' }, 'name'],
    [{ name: [''] }, 'name'],
    [{ name: ['x', ' '] }, 'name'],
  ])('is an error with its name: %j', (values, name) => {
    expect(() => refuseEmpty(values)).toThrow(EmptyValueError);
    expect(() => refuseEmpty(values)).toThrow(`The ${name} is empty.`);
  });

  it.each([{ name: undefined }, { name: 'x' }, { name: [] }, { name: ['x'] }, { name: 0 }, { name: false }])(
    'is not in %j',
    (values) => {
      expect(() => refuseEmpty(values)).not.toThrow();
    },
  );
});
