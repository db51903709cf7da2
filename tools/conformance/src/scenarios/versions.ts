import { del, get, patch, post, put, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const name = 'VersionShop';
const path = `/pacticipants/${name}`;
const nobody = '/pacticipants/VersionNobody';

export const versions: Subject = {
  name: 'versions and tags',
  steps: [
    put('A23', 'a new one', `${path}/versions/1`, { buildUrl: 'http://ci.example.org/1' }),
    put('A23', 'a new one with tags', `${path}/versions/2`, { tags: [{ name: 'dev' }, { name: 'feat' }] }),
    put('A23', 'all of it anew', `${path}/versions/1`, {}),
    put('A23', 'other tags', `${path}/versions/2`, { tags: [{ name: 'dev' }] }),
    patch('A23', 'a part of it', `${path}/versions/1`, { buildUrl: 'http://ci.example.org/2' }),
    patch('A23', 'a new one in part', `${path}/versions/3`, { tags: [{ name: 'dev' }] }),
    patch('A23', 'as JSON', `${path}/versions/1`, {}, { type: 'application/json' }),
    put('A23', 'a body that is no JSON', `${path}/versions/1`, '{'),
    put('A23', 'wrong types', `${path}/versions/1`, { buildUrl: 1, tags: 'x' }),
    put('A23', 'a number with a slash', `${path}/versions/1%2F0`, {}),
    publish('A3', 'a version with a pact', name, 'VersionWarehouse', { version: '4', branch: 'main' }),
    post(
      'A32',
      'an environment for versions',
      '/environments',
      { name: 'version-live', displayName: 'Live V', production: true },
      { keep: { live: 'uuid' } },
    ),
    post('A36', 'a deployed version', `${path}/versions/4/deployed-versions/environment/{live}`, {
      applicationInstance: 'blue',
    }),
    post('A37', 'a released version', `${path}/versions/3/released-versions/environment/{live}`, {}),
    get('A23', 'one that is deployed', `${path}/versions/4`),
    get('A23', 'one that is released', `${path}/versions/3`),
    ...notThere('A23', 'one that is not there', `${path}/versions/99`),
    get('A23', 'a pacticipant that is not there', `${nobody}/versions/1`),
    ...refusals('A23', `${path}/versions/1`, { without: 'POST', reads: 'PUT' }),

    get('A22', 'all', `${path}/versions`),
    get('A22', 'a page', `${path}/versions?page=2&size=2`),
    get('A22', 'a page that is none', `${path}/versions?page=-1&size=0`),
    ...notThere('A22', 'a pacticipant that is not there', `${nobody}/versions`),
    ...refusals('A22', `${path}/versions`),
    get('A24', 'the newest', `${path}/latest-version`),
    ...notThere('A24', 'a pacticipant that is not there', `${nobody}/latest-version`),
    ...refusals('A24', `${path}/latest-version`),
    get('A25', 'the newest with a tag', `${path}/latest-version/dev`),
    ...notThere('A25', 'a tag that is not there', `${path}/latest-version/nothing`),
    ...refusals('A25', `${path}/latest-version/dev`),

    put('A27', 'a new tag', `${path}/versions/1/tags/x%2Fy`, {}),
    put('A27', 'the same again', `${path}/versions/1/tags/x%2Fy`, {}),
    put('A27', 'without a body', `${path}/versions/1/tags/z`, undefined, { type: 'application/json' }),
    put('A27', 'a tag on a new version', `${path}/versions/5/tags/main`, {}),
    put('A27', 'a tag on a new pacticipant', '/pacticipants/VersionTagged/versions/1/tags/dev', {}),
    put('A27', 'a tag called like an environment', `${path}/versions/5/tags/version-live`, {}),
    get('A34', 'a tag records a deployment', `/environments/{live}/deployed-versions/currently-deployed`),
    get('A27', 'one', `${path}/versions/1/tags/x%2Fy`),
    ...notThere('A27', 'one that is not there', `${path}/versions/1/tags/nothing`),
    get('A27', 'a version that is not there', `${path}/versions/99/tags/dev`),
    ...refusals('A27', `${path}/versions/1/tags/x%2Fy`, { reads: 'PUT' }),
    get('A23', 'with tags', `${path}/versions/5`),
    get('A21', 'the first tag makes a branch, and a main one', path),
    get('B18', 'with a tag', `${path}/tags/dev/versions`),
    get('B18', 'a page', `${path}/tags/dev/versions?page=1&size=1`),
    ...notThere('B18', 'a tag that is not there', `${path}/tags/nothing/versions`),
    ...refusals('B18', `${path}/tags/dev/versions`),
    get('B19', 'ever in an environment', `${path}/environments/{live}/versions`),
    ...notThere(
      'B19',
      'an environment that is not there',
      `${path}/environments/11111111-2222-3333-4444-555555555555/versions`,
    ),
    ...refusals('B19', `${path}/environments/{live}/versions`),
    get('B46', 'ever deployed or released', `${path}/deployed-or-released/versions`),
    get('B46', 'a page', `${path}/deployed-or-released/versions?page=2&size=1`),
    get('B46', 'a page that is none', `${path}/deployed-or-released/versions?page=0&size=x`),
    get('B46', 'none of them', '/pacticipants/VersionWarehouse/deployed-or-released/versions'),
    ...notThere(
      'B46',
      'a pacticipant that is not there',
      '/pacticipants/Nobody/deployed-or-released/versions',
    ),
    ...refusals('B46', `${path}/deployed-or-released/versions`),

    del('A27', 'deleting a tag', `${path}/versions/1/tags/x%2Fy`),
    del('A27', 'deleting it again', `${path}/versions/1/tags/x%2Fy`),
    del('A23', 'deleting one', `${path}/versions/4`),
    del('A23', 'deleting it again', `${path}/versions/4`),
    get('A22', 'after deleting', `${path}/versions`),
    get('A7', 'its pact is gone', `/pacts/provider/VersionWarehouse/consumer/${name}/latest`),
  ],
};
