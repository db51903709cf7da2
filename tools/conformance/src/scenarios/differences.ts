import { get, put, type Subject } from '../http/step.ts';
import { pactOf } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const consumer = 'DiffShop';
const provider = 'DiffWarehouse';
const base = `/pacts/provider/${provider}/consumer/${consumer}`;
const text = 'text/plain';

/** What changed between two pacts, as text. */
export const differencesBetweenPacts: Subject = {
  name: 'differences between pacts',
  steps: [
    put(
      'A4',
      'to compare: the first',
      `${base}/version/1`,
      pactOf(consumer, provider, { name: 'Ann', roles: ['a', 'b'], age: 1 }),
      {
        keep: { first: '_links.pb:pact-version.name' },
      },
    ),
    put(
      'A4',
      'to compare: the same',
      `${base}/version/2`,
      pactOf(consumer, provider, { name: 'Ann', roles: ['a', 'b'], age: 1 }),
    ),
    put(
      'A4',
      'to compare: a changed one',
      `${base}/version/3`,
      pactOf(consumer, provider, { name: 'Bob', roles: ['a', 'c', 'd'], email: null }),
      { keep: { third: '_links.pb:pact-version.name' } },
    ),
    get('B13', 'with the one before', `${base}/version/3/diff/previous-distinct`, { accept: text }),
    get('B13', 'whatever is offered', `${base}/version/3/diff/previous-distinct`, { accept: '*/*' }),
    get('B13', 'raw', `${base}/version/3/diff/previous-distinct?raw`, { accept: text }),
    ...notThere('B13', 'nothing before it', `${base}/version/1/diff/previous-distinct`, text),
    ...refusals('B13', `${base}/version/3/diff/previous-distinct`),
    get('C4', 'two versions', `${base}/version/3/diff/version/1`, { accept: text }),
    get('C4', 'two versions with the same content', `${base}/version/2/diff/version/1`, { accept: text }),
    ...notThere('C4', 'a version that is not there', `${base}/version/3/diff/version/99`, text),
    ...refusals('C4', `${base}/version/3/diff/version/1`),
    get('C5', 'two contents', `${base}/pact-version/{third}/diff/pact-version/{first}`, { accept: text }),
    ...notThere(
      'C5',
      'a content that is not there',
      `${base}/pact-version/{third}/diff/pact-version/0000`,
      text,
    ),
    ...refusals('C5', `${base}/pact-version/{third}/diff/pact-version/{first}`),
  ],
};
