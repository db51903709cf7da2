import { del, get, patch, post, put, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const problem = 'application/hal+json, application/problem+json';
const unknown = '11111111-2222-3333-4444-555555555555';
const version = '/pacticipants/PlaceShop/versions/1';
const json = { type: 'application/json' };

export const environments: Subject = {
  name: 'environments, deployments and releases',
  steps: [
    post(
      'A32',
      'a new one',
      '/environments',
      {
        name: 'place-test',
        displayName: 'A place',
        production: false,
        contacts: [{ name: 'Team', details: { email: 'team@example.org' } }],
      },
      { keep: { place: 'uuid' } },
    ),
    post(
      'A32',
      'a name only',
      '/environments',
      { name: 'place-live', production: true },
      { keep: { live: 'uuid' } },
    ),
    post('A32', 'a name that is taken', '/environments', { name: 'place-test', production: false }),
    post('A32', 'nothing of what is needed', '/environments', {}),
    post('A32', 'nothing of what is needed, as a problem', '/environments', {}, { accept: problem }),
    post('A32', 'wrong types', '/environments', { name: 1, displayName: 2, production: 'x', contacts: 'y' }),
    post('A32', 'blank values', '/environments', { name: '', displayName: '', production: null }),
    post('A32', 'a name with a space', '/environments', { name: 'a b', production: true }),
    post('A32', 'a name of several lines', '/environments', {
      name: 'a\nb',
      production: true,
      displayName: 'a\nb',
    }),
    post('A32', 'contacts without names', '/environments', {
      name: 'place-x',
      production: true,
      contacts: [{}, { name: '', details: 'x' }],
    }),
    post('A32', 'a body that is no JSON', '/environments', '{'),
    get('A32', 'by name', '/environments?name=place-test'),
    get('A32', 'a name that is not there', '/environments?name=nothing'),
    ...refusals('A32', '/environments', { without: 'PUT', reads: 'POST' }),

    get('A33', 'one', '/environments/{place}'),
    put('A33', 'all of it anew', '/environments/{place}', {
      name: 'place-test',
      displayName: 'Place',
      production: false,
    }),
    put('A33', 'a name that is taken', '/environments/{place}', { name: 'place-live', production: false }),
    put('A33', 'nothing of what is needed', '/environments/{place}', {}),
    put('A33', 'PUT of one that is not there', `/environments/${unknown}`, {
      name: 'place-y',
      production: false,
    }),
    ...notThere('A33', 'one that is not there', `/environments/${unknown}`),
    ...refusals('A33', '/environments/{place}', { reads: 'PUT' }),

    publish('A3', 'a version to deploy', 'PlaceShop', 'PlaceWarehouse', { version: '1', branch: 'main' }),
    publish('A3', 'another version to deploy', 'PlaceShop', 'PlaceWarehouse', {
      version: '2',
      branch: 'main',
    }),
    post(
      'A36',
      'a deployment',
      `${version}/deployed-versions/environment/{place}`,
      {},
      { keep: { deployed: 'uuid' } },
    ),
    post('A36', 'the same again', `${version}/deployed-versions/environment/{place}`, {}),
    post('A36', 'without a body', `${version}/deployed-versions/environment/{live}`, undefined, json),
    post('A36', 'to an instance', `${version}/deployed-versions/environment/{place}`, {
      applicationInstance: 'blue',
    }),
    post('A36', 'to a target', '/pacticipants/PlaceShop/versions/2/deployed-versions/environment/{place}', {
      target: 'green',
    }),
    post('A36', 'wrong types', `${version}/deployed-versions/environment/{place}`, {
      applicationInstance: 1,
    }),
    post('A36', 'a blank instance', `${version}/deployed-versions/environment/{live}`, {
      applicationInstance: '',
    }),
    post('A36', 'a body that is no JSON', `${version}/deployed-versions/environment/{place}`, '{'),
    get('A36', 'of a version', `${version}/deployed-versions/environment/{place}`),
    ...notThere(
      'A36',
      'a version that is not there',
      '/pacticipants/PlaceShop/versions/99/deployed-versions/environment/{place}',
    ),
    post(
      'A36',
      'a version that is not there, by POST',
      '/pacticipants/PlaceShop/versions/99/deployed-versions/environment/{place}',
      {},
    ),
    post(
      'A36',
      'an environment that is not there',
      `${version}/deployed-versions/environment/${unknown}`,
      {},
    ),
    ...refusals('A36', `${version}/deployed-versions/environment/{place}`, { reads: 'POST' }),

    get('A34', 'all', '/environments/{place}/deployed-versions/currently-deployed'),
    get(
      'A34',
      'of a pacticipant',
      '/environments/{place}/deployed-versions/currently-deployed?pacticipant=PlaceShop',
    ),
    get(
      'A34',
      'of a pacticipant that is not there',
      '/environments/{place}/deployed-versions/currently-deployed?pacticipant=PlaceNobody',
    ),
    get(
      'A34',
      'of an instance',
      '/environments/{place}/deployed-versions/currently-deployed?applicationInstance=blue',
    ),
    get(
      'A34',
      'of no instance',
      '/environments/{place}/deployed-versions/currently-deployed?applicationInstance=',
    ),
    get('A34', 'of a target', '/environments/{place}/deployed-versions/currently-deployed?target=green'),
    ...notThere(
      'A34',
      'an environment that is not there',
      `/environments/${unknown}/deployed-versions/currently-deployed`,
    ),
    ...refusals('A34', '/environments/{place}/deployed-versions/currently-deployed'),

    get('A38', 'one', '/deployed-versions/{deployed}'),
    patch('A38', 'nothing', '/deployed-versions/{deployed}', {}),
    patch('A38', 'as it is', '/deployed-versions/{deployed}', { currentlyDeployed: true }),
    patch('A38', 'a wrong type', '/deployed-versions/{deployed}', { currentlyDeployed: 'x' }),
    patch('A38', 'its end', '/deployed-versions/{deployed}', { currentlyDeployed: false }),
    patch('A38', 'its end again', '/deployed-versions/{deployed}', { currentlyDeployed: false }),
    patch('A38', 'deployed again', '/deployed-versions/{deployed}', { currentlyDeployed: true }),
    patch(
      'A38',
      'deployed again, as a problem',
      '/deployed-versions/{deployed}',
      { currentlyDeployed: true },
      { accept: problem },
    ),
    patch('A38', 'as JSON', '/deployed-versions/{deployed}', { currentlyDeployed: false }, json),
    patch('A38', 'PATCH of one that is not there', `/deployed-versions/${unknown}`, {
      currentlyDeployed: false,
    }),
    ...notThere('A38', 'one that is not there', `/deployed-versions/${unknown}`),
    ...refusals('A38', '/deployed-versions/{deployed}', { without: 'PUT' }),
    get('A34', 'after an end', '/environments/{place}/deployed-versions/currently-deployed'),

    post(
      'A37',
      'a release',
      `${version}/released-versions/environment/{live}`,
      {},
      { keep: { released: 'uuid' } },
    ),
    post('A37', 'the same again', `${version}/released-versions/environment/{live}`, {}),
    post(
      'A37',
      'another version',
      '/pacticipants/PlaceShop/versions/2/released-versions/environment/{live}',
      undefined,
      json,
    ),
    get('A37', 'of a version', `${version}/released-versions/environment/{live}`),
    ...notThere(
      'A37',
      'a version that is not there',
      '/pacticipants/PlaceShop/versions/99/released-versions/environment/{live}',
    ),
    post(
      'A37',
      'an environment that is not there',
      `${version}/released-versions/environment/${unknown}`,
      {},
    ),
    ...refusals('A37', `${version}/released-versions/environment/{live}`, { reads: 'POST' }),
    get('A35', 'all', '/environments/{live}/released-versions/currently-supported'),
    get(
      'A35',
      'of a pacticipant and version',
      '/environments/{live}/released-versions/currently-supported?pacticipant=PlaceShop&version=2',
    ),
    ...notThere(
      'A35',
      'an environment that is not there',
      `/environments/${unknown}/released-versions/currently-supported`,
    ),
    ...refusals('A35', '/environments/{live}/released-versions/currently-supported'),
    get('A39', 'one', '/released-versions/{released}'),
    patch('A39', 'nothing', '/released-versions/{released}', {}),
    patch('A39', 'its end', '/released-versions/{released}', { currentlySupported: false }),
    patch('A39', 'supported again', '/released-versions/{released}', { currentlySupported: true }),
    patch('A39', 'a wrong type', '/released-versions/{released}', { currentlySupported: 'x' }),
    patch('A39', 'as JSON', '/released-versions/{released}', { currentlySupported: false }, json),
    ...notThere('A39', 'one that is not there', `/released-versions/${unknown}`),
    ...refusals('A39', '/released-versions/{released}', { without: 'PUT' }),
    post('A37', 'released again after its end', `${version}/released-versions/environment/{live}`, {}),
    get('A21', 'with deployments', '/pacticipants/PlaceShop'),

    del('A33', 'deleting one', '/environments/{place}'),
    del('A33', 'deleting it again', '/environments/{place}'),
    get('A38', 'its deployments are gone', '/deployed-versions/{deployed}'),
    del('A33', 'deleting one as HAL', '/environments/{live}', { accept: 'application/hal+json' }),
  ],
};
