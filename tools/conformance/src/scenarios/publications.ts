import { del, get, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const consumer = 'ListsShop';
const provider = 'ListsWarehouse';
const base = `/pacts/provider/${provider}/consumer/${consumer}`;
const nothing = `/pacts/provider/${provider}/consumer/ListsNobody`;

/** The lists of an integration's publications, and deleting by them. */
export const publications: Subject = {
  name: 'publications',
  steps: [
    publish('A3', 'publications: on main', consumer, provider, {
      version: '1',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    publish('A3', 'publications: on a feature', consumer, provider, {
      version: '2',
      branch: 'feat',
      tags: ['dev', 'feat'],
      content: 2,
    }),
    publish('A3', 'publications: on main again', consumer, provider, {
      version: '3',
      branch: 'main',
      content: 3,
    }),
    publish('A3', 'publications: without a branch', consumer, provider, { version: '4', content: 4 }),

    get('B8', 'all', `${base}/versions`),
    ...notThere('B8', 'a consumer that is not there', `${nothing}/versions`),
    ...refusals('B8', `${base}/versions`),
    get('B9', 'with a tag', `${base}/tag/dev`),
    get('B9', 'a tag that is not there', `${base}/tag/nothing`),
    ...notThere('B9', 'a consumer that is not there', `${nothing}/tag/dev`),
    ...refusals('B9', `${base}/tag/dev`),
    get('B10', 'on a branch', `${base}/branch/main`),
    get('B10', 'a branch that is not there', `${base}/branch/nothing`),
    ...notThere('B10', 'a consumer that is not there', `${nothing}/branch/main`),
    ...refusals('B10', `${base}/branch/main`),
    get('C1', 'on the main branch', `${base}/branch/versions`),
    ...notThere('C1', 'a consumer that is not there', `${nothing}/branch/versions`),
    ...refusals('C1', `${base}/branch/versions`),
    get('C2', 'the newest on the main branch', `${base}/branch/latest/versions`),
    ...notThere('C2', 'a consumer that is not there', `${nothing}/branch/latest/versions`),
    ...refusals('C2', `${base}/branch/latest/versions`),
    get('C3', 'the newest on a branch', `${base}/branch/feat/latest/versions`),
    get('C3', 'a branch that is not there', `${base}/branch/nothing/latest/versions`),
    ...notThere('C3', 'a consumer that is not there', `${nothing}/branch/feat/latest/versions`),
    ...refusals('C3', `${base}/branch/feat/latest/versions`),

    del('C3', 'deleting the newest on a branch', `${base}/branch/feat/latest/versions`),
    del('C2', 'deleting the newest on the main branch', `${base}/branch/latest/versions`),
    get('B8', 'what is left after deleting on branches', `${base}/versions`),
    del('C1', 'deleting those on the main branch', `${base}/branch/versions`),
    publish('A3', 'publications: another on a feature', consumer, provider, {
      version: '5',
      branch: 'feat',
      tags: ['dev'],
      content: 5,
    }),
    publish('A3', 'publications: one more', consumer, provider, { version: '6', branch: 'feat', content: 6 }),
    del('B9', 'deleting those with a tag', `${base}/tag/dev`),
    del('B9', 'deleting those with a tag as HAL', `${base}/tag/dev`, { accept: 'application/hal+json' }),
    get('B8', 'what is left after deleting by tag', `${base}/versions`),
    del('B10', 'deleting those on a branch', `${base}/branch/feat`),
    del('B10', 'deleting on a branch that is not there', `${base}/branch/nothing`),
    get('B8', 'what is left after deleting a branch', `${base}/versions`),
    del('B8', 'deleting all', `${base}/versions`),
    del('B8', 'deleting all again', `${base}/versions`),
    get('B8', 'nothing is left', `${base}/versions`),
    get('A7', 'nothing is left to be the newest', `${base}/latest`),
    del('B8', 'deleting all of nobody', `${nothing}/versions`),
  ],
};
