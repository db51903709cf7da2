import { expect, it } from '@jest/globals';
import type { InteractionResult } from './result.ts';
import { testResults } from './test-results.ts';

const result = (description: string, more: Partial<InteractionResult>): InteractionResult => ({
  consumer: 'Consumer',
  description,
  providerStates: [],
  kind: 'http',
  status: 'failed',
  mismatches: [],
  ...more,
});
const mismatch = (type: string, path?: string) => ({
  type,
  description: `${type} words`,
  path,
  expected: 1,
  actual: 2,
});

it('The results have the broker’s id of each interaction, its mismatches and its errors', () => {
  const contracted = [{ id: 'i1' }, { id: undefined }, { id: 'i3' }];
  const interactions = [
    result('one', { status: 'passed' }),
    result('two', { mismatches: [mismatch('BodyMismatch', '$.a'), mismatch('StatusMismatch')] }),
    result('three', { status: 'pending', mismatches: [mismatch('error')] }),
  ];
  expect(testResults({ interactions: contracted } as never, interactions)).toEqual([
    { interactionId: 'i1', interactionDescription: 'one', success: true },
    {
      interactionDescription: 'two',
      success: false,
      mismatches: [
        { attribute: 'body', identifier: '$.a', description: 'BodyMismatch words' },
        { attribute: 'status', description: 'StatusMismatch words' },
      ],
    },
    {
      interactionId: 'i3',
      interactionDescription: 'three',
      success: false,
      exceptions: [{ message: 'error words' }],
    },
  ]);
});

it.each([
  ['StatusMismatch', 'status'],
  ['HeaderMismatch', 'header'],
  ['BodyMismatch', 'body'],
  ['BodyTypeMismatch', 'body'],
  ['MetadataMismatch', 'metadata'],
  ['OtherMismatch', 'OtherMismatch'],
])('The broker’s pages know a %s as %s', (type, attribute) => {
  const [told] = testResults({ interactions: [] }, [result('a', { mismatches: [mismatch(type)] })]);
  expect(told).toMatchObject({ mismatches: [{ attribute }] });
});
