import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { publishScenario } from '../../test/insights-scenario.ts';
import { csv } from './csv.ts';

describe('The network', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    let time = Date.UTC(2026, 0, 1);
    broker = await startTestBroker({ clock: () => new Date((time += 1000)) });
    await publishScenario(broker);
  });
  afterAll(() => broker.close());

  const get = (path: string) => broker.request('GET', path, undefined, { accept: 'text/csv' });
  const around = [
    '1,Web App,1,1,0,1,2',
    '2,User API,1,1,0,2,9',
    '3,Mobile,1,1,0,3,2',
    '6,Pend,1,1,0,4,2',
    '9,DB,1,1,0,5,0',
    '',
  ];

  // The official broker's answers; ids differ only with the order in which pacticipants came.
  it('is a table of who consumes whom', async () => {
    const { headers, text } = await get('/relationships');
    expect(headers.get('content-type')).toBe('text/csv;charset=utf-8');
    expect(text.split('\n')).toEqual([
      '7,Lone,1,1,0,1,8',
      '8,Island,1,1,0,2,0',
      '3,Mobile,1,1,0,3,2',
      '2,User API,1,1,0,4,9',
      '4,my-camelCase,1,1,0,5,5',
      '5,Other_svc,1,1,0,6,0',
      '6,Pend,1,1,0,7,2',
      '9,DB,1,1,0,8,0',
      '1,Web App,1,1,0,9,2',
      '',
    ]);
    expect((await broker.request('GET', '/relationships.csv')).text).toBe(text);
    expect((await broker.request('GET', '/relationships')).status).toBe(406);
  });

  it.each([
    ['Mobile.csv', around],
    ['Web%20App?maxPacticipants=x', around],
    ['Lone', ['7,Lone,1,1,0,1,8', '8,Island,1,1,0,2,0', '']],
    ['Lone?maxPacticipants=1', ['7,Lone,1,1,0,1,8', '8,Island,1,1,0,2,0', '']],
    ['Web%20App?maxPacticipants=2', ['1,Web App,1,1,0,1,2', '2,User API,1,1,0,2,0', '']],
  ])('around %s is a part of it', async (path, lines) => {
    expect((await get(`/groups/${path}`)).text.split('\n')).toEqual(lines);
  });

  it('around nobody is not found, and around somebody alone is empty', async () => {
    const missing = await get('/groups/Nope');
    expect([missing.status, missing.body]).toEqual([404, { error: "No pacticipant with name 'Nope' found" }]);
    await broker.request('POST', '/pacticipants', { name: 'Alone' });
    const { status, text } = await get('/groups/Alone');
    expect([status, text]).toEqual([200, '']);
  });

  it('has rows of equal length, with names that need it in quotes', async () => {
    await using other = await startTestBroker();
    await other.publish('a, "b"', ['x', 'y']);
    const { text } = await other.request('GET', '/relationships.csv');
    expect(text).toBe('1,"a, ""b""",1,1,0,1,2,3\n2,x,1,1,0,2,0,0\n3,y,1,1,0,3,0,0\n');
    expect(csv([[' a', 'b\nc']])).toBe('" a","b\nc"\n');
  });
});
