import { describe, expect, it } from '@jest/globals';
import type { Connection } from './connection.ts';
import { namesAround, namesByWeight, partOf } from './neighbourhood.ts';

const connection = (consumer: string, provider: string): Connection => ({
  consumer,
  provider,
  status: 'success',
});
const chain = [connection('A', 'B'), connection('B', 'C'), connection('C', 'D'), connection('X', 'Y')];

const neighbourhoodOf = (all: Connection[], name: string, { steps, max }: { steps: number; max: number }) =>
  partOf(all, namesAround(all, name, steps), max);
const wholeNetwork = (all: Connection[], max: number) => partOf(all, namesByWeight(all, max), max);

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

  it('leaves out what is in order first, where there are too many contracts', () => {
    const states = ['success', 'never', 'stale', 'failed_pending', 'failed'] as const;
    const all = Array.from({ length: 700 }, (_, index): Connection => ({
      consumer: 'A',
      provider: `P${index}`,
      status: states[index % states.length] as (typeof states)[number],
    }));
    const part = wholeNetwork(all, 1000);
    expect(part.omittedConnections).toBe(100);
    const kept = Object.groupBy(part.connections, ({ status }) => status);
    expect(states.map((status) => kept[status]?.length)).toEqual([40, 140, 140, 140, 140]);
    expect(part.connections).toEqual(all.filter((one) => part.connections.includes(one)));
  });
});
