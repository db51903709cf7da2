import { expect, it } from '@jest/globals';
import { DuplicateInteractionError, refuseDuplicates } from './duplicates.ts';
import { pactDocument } from './pact-document.ts';

const given = (...providerStates: object[]) => ({ description: 'd', providerStates });
const pact = (interactions: object[], messages: object[] = []) =>
  pactDocument({ consumer: { name: 'C' }, provider: { name: 'P' }, interactions, messages }, 'pact.json');

it.each<[string, object[], object[]]>([
  ['descriptions', [{ description: 'a' }, { description: 'b' }], []],
  ['states', [given({ name: 's' }), given({ name: 't' }), given()], []],
  [
    'parameters',
    [given({ name: 's', params: { id: 1 } }), given({ name: 's', params: { id: 2 } }), given({ name: 's' })],
    [],
  ],
  ['the order of states', [given({ name: 's' }, { name: 't' }), given({ name: 't' }, { name: 's' })], []],
  ['what they are', [given(), { ...given(), type: 'Synchronous/Messages' }], [given()]],
])('Interactions are distinguished by %s', (_, interactions, messages) => {
  expect(() => refuseDuplicates(pact(interactions, messages))).not.toThrow();
});

it.each<[string, object[], object[], RegExp]>([
  ['the same description', [given(), given()], [], /^pact\.json has two interactions "d"\. /],
  [
    'the same state',
    [given({ name: 's' }), { description: 'x' }, { description: 'd', providerState: 's' }],
    [],
    /"d" given "s"\. /,
  ],
  [
    'the same states with the same parameters',
    [
      given({ name: 's', params: { id: 1 } }, { name: 't' }),
      given({ name: 's', params: { id: 1 } }, { name: 't', params: {} }),
    ],
    [],
    /"d" given "s" \{"id":1\} and "t"\. /,
  ],
  [
    'another request',
    [
      { description: 'd', request: { path: '/a' } },
      { description: 'd', request: { path: '/b' } },
    ],
    [],
    /"d"/,
  ],
  ['the same message', [], [given(), given()], /"d"/],
])('Interactions can’t be distinguished with %s', (_, interactions, messages, message) => {
  const refuse = () => refuseDuplicates(pact(interactions, messages));
  expect(refuse).toThrow(DuplicateInteractionError);
  expect(refuse).toThrow(message);
});
