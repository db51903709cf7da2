import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../pacts/index.ts';
import { compareInteractions } from './compare.ts';

const pact = (...requests: readonly (readonly [path: string, status: number])[]) =>
  parseTree(
    JSON.stringify({
      interactions: requests.map(([path, status]) => ({
        description: 'a request',
        request: { method: 'GET', path },
        response: { status },
      })),
    }),
  );
const kinds = (before: ReturnType<typeof pact>, after: ReturnType<typeof pact>) =>
  compareInteractions(before, after).map(({ kind, lines }) => [
    kind,
    ...(lines ?? []).filter(({ kind: one }) => one !== 'same').map(({ text }) => text.trim()),
  ]);

describe('Interactions with the same description', () => {
  it('are the same wherever they stand', () => {
    expect(kinds(pact(['/a', 200], ['/b', 200]), pact(['/b', 200], ['/a', 200]))).toEqual([
      ['same'],
      ['same'],
    ]);
  });

  it('leave the one that is missing', () => {
    const changes = compareInteractions(
      pact(['/a', 200], ['/b', 200], ['/c', 200]),
      pact(['/b', 200], ['/c', 200]),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['same', 'same', 'removed']);
    expect(changes[2]?.interaction.parts[0]?.line).toBe('GET /a');
  });

  it('are compared with the one that is most like them', () => {
    expect(kinds(pact(['/a', 200], ['/b', 404]), pact(['/new', 204], ['/b', 410], ['/a', 200]))).toEqual([
      ['added'],
      ['changed', '"status": 404', '"status": 410'],
      ['same'],
    ]);
  });

  it('are compared in their order where all are equally alike', () => {
    expect(kinds(pact(['/a', 1], ['/b', 2]), pact(['/c', 3], ['/d', 4]))).toEqual([
      ['changed', '"path": "/a"', '"path": "/c"', '"status": 1', '"status": 3'],
      ['changed', '"path": "/b"', '"path": "/d"', '"status": 2', '"status": 4'],
    ]);
  });

  it('are compared in their order where there are too many to try', () => {
    const many = Array.from({ length: 300 }, (_, i) => [`/${i}`, 200] as const);
    const turned = compareInteractions(pact(...many), pact(...many.toReversed()));
    expect(new Set(turned.map(({ kind }) => kind))).toEqual(new Set(['same']));
    const others = many.map(([path]) => [path, 404] as const);
    const changes = compareInteractions(pact(...many), pact(...others));
    expect(changes.map(({ lines = [] }) => lines.filter(({ kind }) => kind !== 'same').length)).toEqual(
      many.map(() => 2),
    );
  });
});
