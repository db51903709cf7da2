import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ValidationError } from './errors.ts';
import { limitOf, pageOf, pagingOf } from './paging.ts';

describe('A page', () => {
  it.each([
    [{}, undefined],
    [{ page: '', size: '' }, undefined],
    [{ page: '2' }, { number: 2, size: 100 }],
    [{ size: '7' }, { number: 1, size: 7 }],
    [
      { page: '3', size: '7' },
      { number: 3, size: 7 },
    ],
    [
      { pageNumber: '3', pageSize: '7' },
      { number: 3, size: 7 },
    ],
    [
      { page: '2', pageNumber: '3', size: '8', pageSize: '7' },
      { number: 2, size: 8 },
    ],
    [
      { page: '+1', size: '007' },
      { number: 1, size: 7 },
    ],
    [{ page: '999999999' }, { number: 999_999_999, size: 100 }],
  ])('is asked for by %j: %j', (query, page) => expect(pageOf(query)).toEqual(page));

  const integer = ['must be an integer'];
  const positive = ['must be greater than or equal to 1'];
  it.each([
    [{ page: 'x' }, { page: integer }],
    [{ page: '1.5' }, { page: integer }],
    [{ page: '1e3' }, { page: integer }],
    [{ page: ' 1' }, { page: integer }],
    [{ page: '0' }, { page: positive }],
    [{ page: '-1' }, { page: positive }],
    [{ size: '0' }, { size: positive }],
    [{ size: '9999999999' }, { size: positive }],
    [
      { page: '0', pageSize: 'x' },
      { page: positive, size: integer },
    ],
  ])('is a whole number from 1, not %j', (query, errors) => {
    const found = (() => {
      try {
        return pageOf(query);
      } catch (error) {
        return (error as ValidationError).errors;
      }
    })();
    expect(found).toEqual(errors);
  });

  it.each([
    [
      { number: 1, size: 10 },
      { limit: 10, offset: 0 },
    ],
    [
      { number: 3, size: 10 },
      { limit: 10, offset: 20 },
    ],
    [undefined, { limit: -1, offset: 0 }],
  ])('%j is %j of a query', (page, limit) => expect(limitOf(page)).toEqual(limit));

  const href = (page: number) => `/x?size=10&page=${page}`;
  it.each([
    [1, 0, 1, {}],
    [1, 10, 1, {}],
    [1, 11, 2, { next: { href: href(2), title: 'Next page' } }],
    [2, 20, 2, { previous: { href: href(1), title: 'Previous page' } }],
    [
      2,
      21,
      3,
      {
        next: { href: href(3), title: 'Next page' },
        previous: { href: href(1), title: 'Previous page' },
      },
    ],
  ])('%i of %i things is one of %i, and leads on to %j', (number, totalElements, totalPages, links) => {
    expect(pagingOf({ number, size: 10 }, totalElements, '/x')).toEqual({
      page: { number, size: 10, totalElements, totalPages },
      links,
    });
    expect(pagingOf(undefined, totalElements, '/x')).toEqual({ links: {} });
  });

  it('after the other has everything once, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (items, size) => {
        const { page } = pagingOf({ number: 1, size }, items.length, '') as { page: { totalPages: number } };
        const partOf = (number: number) => {
          const { limit, offset } = limitOf({ number, size });
          return items.slice(offset, offset + limit);
        };
        const pages = Array.from({ length: page.totalPages }, (_, i) => partOf(i + 1));
        expect(pages.flat()).toEqual(items);
        expect(partOf(page.totalPages + 1)).toEqual([]);
      }),
    );
  });
});
