import { expect, it } from '@jest/globals';
import { ValidationError } from '../http/index.ts';
import { pacticipantInput } from './input.ts';

const read = (body: unknown, nameRequired = true): unknown => {
  try {
    return pacticipantInput(body, { nameRequired });
  } catch (error) {
    return error instanceof ValidationError ? error.errors : error;
  }
};

it.each<[unknown, Record<string, string[]>]>([
  [{}, { name: ['is missing'] }],
  [{ name: '' }, { name: ['must be filled'] }],
  [{ name: ' ' }, { name: ['cannot be blank'] }],
  [{ name: 1 }, { name: ['must be a string'] }],
  [{ name: null }, { name: ['must be a string'] }],
  [{ name: 'a\nb' }, { name: ['cannot contain multiple lines'] }],
  [{ name: 'A', mainBranch: 'a b' }, { mainBranch: ['cannot contain spaces'] }],
  [{ name: 'A', mainBranch: '' }, { mainBranch: ['cannot be blank'] }],
  [{ name: 'A', mainBranch: 'a\nb' }, { mainBranch: ['cannot contain multiple lines'] }],
  [{ name: 'A', displayName: ' ' }, { displayName: ['cannot be blank'] }],
  [{ name: 'A', repositoryUrl: 1 }, { repositoryUrl: ['must be a string'] }],
  [{ name: 'A', repositoryName: 'a\nb' }, { repositoryName: ['cannot contain multiple lines'] }],
])('A pacticipant of %j is refused: %j', (body, errors) => {
  expect(read(body)).toEqual(errors);
});

it('A pacticipant is read with what is given of it, null included', () => {
  const details = {
    displayName: 'A b',
    repositoryUrl: '',
    repositoryName: null,
    repositoryNamespace: 'n',
    mainBranch: 'main',
  };
  expect(read({ name: 'A', ...details, other: 1 })).toEqual({ name: 'A', details });
  expect(read({ mainBranch: null }, false)).toEqual({ name: undefined, details: { mainBranch: null } });
  expect(read({ name: '' }, false)).toEqual({ name: ['must be filled'] });
});
