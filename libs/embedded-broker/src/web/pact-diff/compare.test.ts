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
    const changes = compareInteractions(pact(...many), pact(...others), Infinity);
    expect(changes.map(({ lines = [] }) => lines.filter(({ kind }) => kind !== 'same').length)).toEqual(
      many.map(() => 2),
    );
  });
});

describe('An interaction', () => {
  const named = (...interactions: object[]) => parseTree(JSON.stringify({ interactions }));
  const one = (description: string, path = '/', more: object = {}) => ({
    description,
    request: { method: 'GET', path },
    response: { status: 200 },
    ...more,
  });
  const kindsOf = (before: object[], after: object[]) =>
    compareInteractions(named(...before), named(...after)).map(
      ({ kind, interaction: { description }, formerName }) => [kind, formerName, description],
    );

  it('that differs in its description alone was renamed', () => {
    expect(kindsOf([one('a'), one('b', '/b')], [one('b', '/b'), one('c', '/', { _id: 'x' })])).toEqual([
      ['same', undefined, 'b'],
      ['renamed', 'a', 'c'],
    ]);
  });

  it('takes the place of one only', () => {
    expect(kindsOf([one('a'), one('b')], [one('c'), one('d'), one('e')])).toEqual([
      ['renamed', 'a', 'c'],
      ['renamed', 'b', 'd'],
      ['added', undefined, 'e'],
    ]);
  });

  it('that keeps its description is no other renamed', () => {
    expect(kindsOf([one('a'), one('b')], [one('b'), one('c')])).toEqual([
      ['same', undefined, 'b'],
      ['renamed', 'a', 'c'],
    ]);
    expect(kindsOf([one('a')], [one('a', '/b'), one('b')])).toEqual([
      ['changed', undefined, 'a'],
      ['added', undefined, 'b'],
    ]);
  });

  it.each([
    ['path', one('b', '/b')],
    ['state', one('b', '/', { providerState: 's' })],
    ['pending mark', one('b', '/', { pending: true })],
  ])('of another description and another %s is another', (_, after) => {
    expect(kindsOf([one('a')], [after]).map(([kind]) => kind)).toEqual(['added', 'removed']);
  });
});

describe('Two interactions', () => {
  const one = (fields: object) => ({
    description: 'a request',
    request: { method: 'GET', path: '/' },
    response: { status: 200 },
    ...fields,
  });
  const compared = (before: object, after: object) =>
    compareInteractions(
      parseTree(JSON.stringify({ interactions: [one(before)] })),
      parseTree(JSON.stringify({ interactions: [one(after)] })),
    );

  it.each<[string, object, object, string[]]>([
    ['of different ids', { _id: 'a' }, { _id: 'b' }, ['same']],
    [
      'with keys in another order',
      { request: { method: 'GET', path: '/' } },
      { request: { path: '/', method: 'GET' } },
      ['same'],
    ],
    ['of a state without a name, and of none', { providerState: '' }, {}, ['changed']],
    ['of different provider states', { providerState: 'a' }, { providerState: 'b' }, ['added', 'removed']],
    [
      'of more provider states',
      { providerStates: [{ name: 'a' }] },
      { providerStates: [{ name: 'a' }, { name: 'b' }] },
      ['added', 'removed'],
    ],
    [
      'of a state with other values',
      { providerStates: [{ name: 'a', params: { x: 1 } }] },
      { providerStates: [{ name: 'a', params: { x: 2 } }] },
      ['changed'],
    ],
    ['of different words', { description: 'b' }, {}, ['renamed']],
    ['of different numbers', { response: { status: 201 } }, {}, ['changed']],
  ])('%s: %j and %j', (_, before, after, kinds) => {
    expect(compared(before, after).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('of texts that were written as base64 differ in lines of the texts', () => {
    const csv = (text: string) => ({
      type: 'Synchronous/HTTP',
      response: {
        headers: { 'Content-Type': ['text/csv'] },
        body: { content: Buffer.from(text).toString('base64'), contentType: '*/*', encoded: 'base64' },
      },
    });
    const [change] = compared(csv('id,name\n1,Mary\n'), csv('id,name\n1,Märy\n'));
    const changed = change?.lines?.filter(({ kind }) => kind !== 'same') ?? [];
    expect(changed.map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['removed', '"1,Mary",'],
      ['added', '"1,Märy",'],
    ]);
  });

  it('differ in how a text is written where they differ in nothing else', () => {
    const text = (encoded: string | boolean) => ({
      type: 'Synchronous/HTTP',
      response: { body: { content: btoa('a'), encoded } },
    });
    const [change] = compared(text(true), text('base64'));
    const changed = change?.lines?.filter(({ kind }) => kind !== 'same') ?? [];
    expect(changed.map(({ text }) => text.trim())).toEqual(['"encoded": true', '"encoded": "base64"']);
  });

  it('differ in a rule once, however often it is written', () => {
    const rules = (match: string) => ({
      response: { matchingRules: { body: { '$[*]': { matchers: [{ match }, { match }, { match }] } } } },
    });
    const [change] = compared(rules('integer'), rules('decimal'));
    const changed = change?.lines?.filter(({ kind }) => kind !== 'same') ?? [];
    expect(changed.map(({ text }) => text.trim())).toEqual(['"match": "integer"', '"match": "decimal"']);
  });

  it('of several parts differ in the lines of a part', () => {
    const form = (note: string) => ({
      type: 'Synchronous/HTTP',
      request: {
        headers: { 'Content-Type': ['multipart/form-data; boundary=x'] },
        body: {
          content: btoa(`--x\r\nContent-Type: text/plain\r\n\r\n${note}\r\n--x--\r\n`),
          contentType: 'multipart/form-data',
          encoded: 'base64',
        },
      },
    });
    const [change] = compared(form('one'), form('two'));
    const changed = change?.lines?.filter(({ kind }) => kind !== 'same') ?? [];
    expect(changed.map(({ text }) => text.trim())).toEqual(['"content": "one"', '"content": "two"']);
  });

  it('still differ where comparing their lines would take too long', () => {
    const [before, after] = [pact(['/a', 1]), pact(['/a', 2])];
    expect(compareInteractions(before, after, 0)).toMatchObject([{ kind: 'changed', lines: undefined }]);
  });

  /** The lines that are shown when some of a body's lines change: `-` and `+` for those, else what they say. */
  const shown = (length: number, ...changed: number[]) => {
    const body = (mark: string) =>
      Array.from({ length }, (_, index) => (changed.includes(index) ? `${mark}${index}` : `${index}`));
    const [change] = compared({ response: { body: body('old') } }, { response: { body: body('new') } });
    return (change?.lines ?? []).flatMap(({ kind, text }) =>
      kind === 'same'
        ? text
            .trim()
            .split('\n')
            .map((line) => line.trim().replace(/[",]/g, ''))
        : [kind === 'added' ? '+' : '-'],
    );
  };

  it('leave out the lines far from a change, at both ends', () => {
    const lines = shown(20, 10);
    expect(lines.slice(0, 6)).toEqual(['…', '7', '8', '9', '-', '+']);
    expect(lines.slice(6)).toEqual(['11', '12', '13', '…']);
  });

  it.each([
    [6, ['1', '2', '3', '4', '5', '6']],
    [7, ['1', '2', '3', '4', '5', '6', '7']],
    [8, ['1', '2', '3', '…', '6', '7', '8']],
  ])('leave out lines between two changes where that saves some: of %i', (between, expected) => {
    const lines = shown(between + 2, 0, between + 1);
    expect(lines.slice(lines.indexOf('+') + 1, lines.lastIndexOf('-'))).toEqual(expected);
  });
});
