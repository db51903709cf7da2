import { describe, expect, it } from '@jest/globals';
import type { InteractionSummary } from '../pact/interaction.ts';
import { checkedInteractions } from './checked-interaction.ts';
import type { InteractionResult } from './interaction-result.ts';

const interaction = (id: string, description: string, ...states: string[]): InteractionSummary => ({
  id,
  kind: 'HTTP',
  description,
  states: states.map((name) => ({ name, parameters: undefined })),
  pending: false,
  comments: [],
});
const result = (fields: Partial<InteractionResult>): InteractionResult => ({
  interactionId: undefined,
  description: undefined,
  state: undefined,
  success: true,
  mismatches: [],
  exceptions: [],
  ...fields,
});

describe('Results find the interactions they are about', () => {
  it('by id, by description with a state, and by description alone, each once', () => {
    const byId = result({ interactionId: 'b', description: 'first' });
    const inState = result({ description: 'first', state: 'night' });
    const [one, two, three] = [1, 2, 3].map(() => result({ description: 'first' }));
    const unknown = result({ interactionId: 'z', description: 'first' });
    const { checked, others } = checkedInteractions(
      [
        interaction('a', 'first', 'day'),
        interaction('b', 'second'),
        interaction('c', 'first', 'cold', 'night'),
        interaction('d', 'first'),
        interaction('e', 'third'),
      ],
      [byId, inState, one, two, three, unknown].flatMap((each) => each ?? []),
    );
    expect(checked.map(({ result: found }) => found)).toEqual([one, byId, inState, two, undefined]);
    expect(others).toEqual([three, unknown]);
  });

  it('without looking at each of them for each other', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => String(i));
    let looks = 0;
    const counted = (interactionId: string): InteractionResult => ({
      ...result({}),
      get interactionId() {
        looks++;
        return interactionId;
      },
    });
    const { others } = checkedInteractions(
      ids.map((id) => interaction(id, 'the same')),
      ids.toReversed().map(counted),
    );
    expect(others).toEqual([]);
    expect(looks).toBeLessThan(10 * ids.length);
  });
});
