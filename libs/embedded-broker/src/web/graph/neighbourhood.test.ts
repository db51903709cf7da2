import { describe, expect, it } from '@jest/globals';
import type { Connection } from './connection.ts';
import { neighbourhoodOf, wholeNetwork } from './neighbourhood.ts';

const connection = (consumer: string, provider: string): Connection => ({
  consumer,
  provider,
  status: 'success',
});
const chain = [connection('A', 'B'), connection('B', 'C'), connection('C', 'D'), connection('X', 'Y')];

describe('The part of the network that is drawn', () => {
  it('goes as many steps as asked for, in both directions', () => {
    expect(neighbourhoodOf(chain, 'B', { steps: 1, max: 9 }).names).toEqual(['B', 'A', 'C']);
    const two = neighbourhoodOf(chain, 'B', { steps: 2, max: 9 });
    expect(two.names).toEqual(['B', 'A', 'C', 'D']);
    expect(two.connections).toEqual(chain.slice(0, 3));
    expect(two.omitted).toBe(0);
  });

  it('is only the pacticipant itself where it has no contract', () => {
    expect(neighbourhoodOf(chain, 'Z', { steps: 3, max: 9 })).toEqual({
      names: ['Z'],
      connections: [],
      omitted: 0,
      omittedConnections: 0,
    });
  });

  it('leaves out the farthest where there are too many, and says how many', () => {
    const part = neighbourhoodOf(chain, 'A', { steps: 3, max: 2 });
    expect(part).toEqual({ names: ['A', 'B'], connections: [chain[0]], omitted: 2, omittedConnections: 0 });
  });

  it('keeps of the whole network those with the most contracts', () => {
    expect(wholeNetwork(chain, 9).names).toEqual(['A', 'B', 'C', 'D', 'X', 'Y']);
    const part = wholeNetwork(chain, 2);
    expect(part).toEqual({ names: ['B', 'C'], connections: [chain[1]], omitted: 4, omittedConnections: 0 });
  });

  it('comes to an end in circles and with who talks to itself', () => {
    const circle = [connection('A', 'B'), connection('B', 'A'), connection('A', 'A')];
    expect(neighbourhoodOf(circle, 'A', { steps: 9, max: 9 }).names).toEqual(['A', 'B']);
    expect(wholeNetwork(circle, 9).connections).toEqual(circle);
  });
});
