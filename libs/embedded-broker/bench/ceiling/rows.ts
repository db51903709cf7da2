import { pactOf } from '../../test/broker-client.ts';
import { consumer, provider } from '../seed.ts';

/** A kind of request with the share of the ceiling that it has to reach. */
export interface Row {
  readonly name: string;
  readonly connections: number;
  /** The least share of the ceiling's rate. */
  readonly goal: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The body of the request with a number: no two are alike. */
  readonly body?: (index: number) => string;
  /** How many requests are in one round. */
  readonly requests: number;
}

const c = consumer(0);
const p = provider(0);

const row = (
  name: string,
  request: Omit<Row, 'name' | 'connections' | 'goal'>,
  goals: Readonly<Record<number, number>>,
): Row[] =>
  Object.entries(goals).map(([connections, goal]) => ({
    name,
    connections: Number(connections),
    goal,
    ...request,
  }));
const read = (path: string) => ({ method: 'GET' as const, path, requests: 2500 });
const publish = (contracts: number) => ({
  method: 'POST' as const,
  path: '/contracts/publish',
  body: publication(contracts),
  requests: 400,
});

/** The requests of all rows. @param version the last one that is deployed */
export const rows = (version: string): Row[] => [
  ...row('publish of one contract', publish(1), { 1: 0.6, 16: 0.6 }),
  ...row('publish of three contracts', publish(3), { 16: 0.35 }),
  ...row('latest pact', read(`/pacts/provider/${p}/consumer/${c}/latest`), { 1: 0.65, 16: 0.6 }),
  ...row(
    'can-i-deploy to an environment',
    read(`/can-i-deploy?pacticipant=${c}&version=${version}&environment=production`),
    { 1: 0.4, 16: 0.35 },
  ),
  ...row('a version', read(`/pacticipants/${c}/versions/${version}`), { 1: 0.55, 16: 0.5 }),
  ...row('heartbeat', read('/diagnostic/status/heartbeat'), { 1: 0.9, 16: 0.85 }),
];

/** Publications of one consumer, each of a new version; the content changes with every fifth. */
function publication(contracts: number): (index: number) => string {
  const name = `publishing-${contracts}`;
  return (index) =>
    JSON.stringify({
      pacticipantName: name,
      pacticipantVersionNumber: String(index),
      branch: 'main',
      tags: ['main'],
      contracts: Array.from({ length: contracts }, (_, i) => ({
        consumerName: name,
        providerName: provider(i),
        contentType: 'application/json',
        specification: 'pact',
        content: Buffer.from(JSON.stringify(pactOf(name, provider(i), Math.ceil(index / 5)))).toString(
          'base64',
        ),
      })),
    });
}
