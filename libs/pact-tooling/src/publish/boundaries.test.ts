import { describe, expect, it } from '@jest/globals';
import { onlyBoundariesDiffer } from './boundaries.ts';

const header = (boundary: string) => `"multipart/form-data; boundary=${boundary}"`;
const body = (boundary: string, text = 'hello') => `--${boundary}\r\n\r\n${text}\r\n--${boundary}--\r\n`;
const base64 = (boundary: string, text?: string) => Buffer.from(body(boundary, text)).toString('base64');
const diff = (before: readonly string[], after: readonly string[]) =>
  [' {', ...before.map((line) => `-  ${line}`), ...after.map((line) => `+  ${line}`), ' }'].join('\n');

describe('The differences of multipart contracts', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a content type', [header('aB1')], [header('xY2')]],
    ['a content type with a comma on one side', [`${header('aB1')},`], [header('xY2')]],
    ['a content type in quotes', [header('\\"a b\\"')], [header('\\"x y\\"')]],
    [
      'bodies in base64',
      [`"content": "${base64('aB1')}",`, header('aB1')],
      [`"content": "${base64('xY2')}",`, header('xY2')],
    ],
    [
      'bodies as text',
      [`"body": ${JSON.stringify(body('aB1'))},`, header('aB1')],
      [`"body": ${JSON.stringify(body('xY2'))},`, header('xY2')],
    ],
    [
      'two boundaries, one of which begins with the other',
      [`"content": "${base64('aB')}",`, `"content": "${base64('aB1')}",`, header('aB'), header('aB1')],
      [`"content": "${base64('x')}",`, `"content": "${base64('xY2')}",`, header('x'), header('xY2')],
    ],
  ])('are only boundaries: %s', (_, before, after) => {
    expect(onlyBoundariesDiffer(diff(before, after))).toBe(true);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['no multipart body', ['"description": "one"'], ['"description": "two"']],
    ['nothing', [], []],
    ['another type', [header('aB1')], [header('xY2').replace('form-data', 'mixed')]],
    ['more than them', [header('aB1'), '"path": "/a"'], [header('xY2'), '"path": "/b"']],
    ['a part that came', [header('aB1')], [header('xY2'), '"path": "/b"']],
    [
      'another text in base64',
      [`"content": "${base64('aB1')}",`, header('aB1')],
      [`"content": "${base64('xY2', 'bye')}",`, header('xY2')],
    ],
    ['a boundary that came', ['"text/plain"'], [header('xY2')]],
    ['a boundary of no multipart type', ['"text/plain; boundary=a"'], ['"text/plain; boundary=b"']],
  ])('are not only boundaries: %s', (_, before, after) => {
    expect(onlyBoundariesDiffer(diff(before, after))).toBe(false);
  });
});
