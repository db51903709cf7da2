import { describe, expect, it } from '@jest/globals';
import type { Connection } from './connection.ts';
import { layoutOf } from './layout.ts';
import { namesByWeight, partOf } from './neighbourhood.ts';

const connection = (consumer: string, provider: string): Connection => ({
  consumer,
  provider,
  status: 'success',
});
const drawn = (connections: readonly Connection[]) =>
  layoutOf(partOf(connections, namesByWeight(connections, 500), 500));

describe('The layout of a network', () => {
  it('has consumers to the left of their providers', () => {
    const { boxes, width, height } = drawn([connection('Web', 'Orders'), connection('Orders', 'Stock')]);
    const x = Object.fromEntries(boxes.map((box) => [box.name, box.x]));
    expect(x['Web']).toBeLessThan(x['Orders'] as number);
    expect(x['Orders']).toBeLessThan(x['Stock'] as number);
    for (const box of boxes) {
      expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
      expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
    }
  });

  it('has no boxes on top of each other, at 150 pacticipants', () => {
    const connections = Array.from({ length: 250 }, (_none, i) =>
      connection(`service ${(i * 7) % 150}`, `service ${(i * 13 + 5) % 150}`),
    );
    const { boxes } = drawn(connections);
    expect(boxes).toHaveLength(150);
    const overlapping = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2,
        ),
    );
    expect(overlapping).toEqual([]);
  });

  it('draws circles, who talks to itself, and names that are words of JavaScript', () => {
    const connections = [
      connection('A', 'B'),
      connection('B', 'A'),
      connection('A', 'A'),
      connection('__proto__', 'constructor'),
    ];
    const { boxes, arrows } = drawn(connections);
    expect(boxes.map(({ name }) => name)).toEqual(['A', 'B', '__proto__', 'constructor']);
    expect(arrows.every(({ points }) => points.length >= 2)).toBe(true);
  });

  it('shortens long names, whole characters at a time', () => {
    const [box] = drawn([connection('🦊'.repeat(40), 'B')]).boxes;
    expect(box?.label).toBe(`${'🦊'.repeat(25)}…`);
  });

  it('keeps the states of a network whose shape it has seen before', () => {
    drawn([connection('A', 'B')]);
    const [arrow] = drawn([{ ...connection('A', 'B'), status: 'failed' }]).arrows;
    expect(arrow?.connection.status).toBe('failed');
  });

  it('stays small where many call one another in circles', () => {
    const tangle = Array.from({ length: 150 }, (_, i) =>
      [7, 31, 64].map((step) => connection(`service ${i}`, `service ${(i * step + step) % 150}`)),
    ).flat();
    const { width, height } = drawn(tangle.filter(({ consumer, provider }) => consumer !== provider));
    expect(width).toBeLessThan(10_000);
    expect(height).toBeLessThan(6000);
  });
});
