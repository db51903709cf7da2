import { describe, expect, it } from '@jest/globals';
import { renderOnce } from '../html.ts';
import { pageAsked, paging } from './paging.ts';

describe('The page that is asked for', () => {
  it.each([
    [{}, 1, 20],
    [{ page: '2' }, 2, 20],
    [{ page: '2', size: '5' }, 2, 5],
    [{ pageNumber: '3', pageSize: '5' }, 3, 5],
    [{ size: '', pageSize: '' }, 1, 20],
    [{ size: '100000' }, 1, 500],
  ])('by %j', (query, number, size) => {
    expect(pageAsked(query, 20)).toMatchObject({ number, size });
  });
});

describe('The way to other pages', () => {
  const links = (query: Record<string, string>, href: (number: number) => string) =>
    [...renderOnce(paging(pageAsked(query, 20), 100, 'rows', href)).text.matchAll(/href="([^"]*)"/g)].map(
      ([, address]) => address,
    );

  it('keeps a size that was asked for, and says nothing of the usual one', () => {
    const href = (number: number) => `/x?page=${number}#rows`;
    expect(links({ page: '2' }, href)).toEqual(['/x?page=1#rows', '/x?page=3#rows']);
    expect(links({ page: '2', pageSize: '5' }, href)).toEqual([
      '/x?page=1&amp;size=5#rows',
      '/x?page=3&amp;size=5#rows',
    ]);
    expect(links({ size: '5' }, (number) => `/x/${number}`)).toEqual(['/x/2?size=5']);
  });
});
