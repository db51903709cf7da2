import { del, get, patch, post, put, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const name = 'PeopleShop';
const path = `/pacticipants/${name}`;
const problem = 'application/hal+json, application/problem+json';
const whole = {
  name,
  displayName: 'The shop',
  mainBranch: 'main',
  repositoryUrl: 'http://example.org/people/shop',
  repositoryName: 'shop',
  repositoryNamespace: 'people',
};

export const pacticipants: Subject = {
  name: 'pacticipants',
  steps: [
    post('A20', 'a new one', '/pacticipants', whole),
    post('A20', 'one that is there', '/pacticipants', { name, displayName: 'Another name' }),
    post('A20', 'a name only', '/pacticipants', { name: 'people-consumer_name API' }),
    post('A20', 'no name', '/pacticipants', {}),
    post('A20', 'no name, as a problem', '/pacticipants', {}, { accept: problem }),
    post('A20', 'wrong types', '/pacticipants', { name: 1, displayName: 2, mainBranch: 3, repositoryUrl: 4 }),
    post('A20', 'blank values', '/pacticipants', { name: '', displayName: ' ', mainBranch: '' }),
    post('A20', 'a main branch with a space', '/pacticipants', { name: 'PeopleNew', mainBranch: 'a b' }),
    post('A20', 'several lines', '/pacticipants', { name: 'People\nNew', displayName: 'a\nb' }),
    post('A20', 'a body that is no JSON', '/pacticipants', '{"name"'),
    get('A20', 'by a part of the name', '/pacticipants?q=PeopleSh'),
    get('A20', 'a page', '/pacticipants?q=eople&page=1&size=1'),
    get('A20', 'a page in the old words', '/pacticipants?q=eople&pageNumber=2&pageSize=1'),
    get('A20', 'a page that is none', '/pacticipants?page=0&size=x'),
    get('A20', 'a page that is none, as a problem', '/pacticipants?page=0&size=x', { accept: problem }),
    ...refusals('A20', '/pacticipants', { without: 'PUT', reads: 'POST' }),

    get('A21', 'one', path),
    put('A21', 'all of it anew', path, { displayName: 'Shop' }),
    put('A21', 'PUT of one that is not there', '/pacticipants/PeopleNobody', { displayName: 'x' }),
    put('A21', 'a wrong value', path, { mainBranch: 'a b' }),
    put('A21', 'a body that is no JSON', path, '{'),
    patch('A21', 'a part of it', path, { mainBranch: 'develop' }),
    patch(
      'A21',
      'a part of it as JSON',
      path,
      { repositoryUrl: 'http://example.org/x' },
      { type: 'application/json' },
    ),
    patch('A21', 'PATCH of one that is not there', '/pacticipants/PeoplePatched', { mainBranch: 'main' }),
    patch('A21', 'a wrong value in part', path, { mainBranch: 1 }),
    patch('A21', 'taking a value away', path, { mainBranch: null }),
    get('A21', 'after the changes', path),
    ...notThere('A21', 'one that is not there', '/pacticipants/PeopleNobody'),
    ...refusals('A21', path, { without: 'POST', reads: 'PUT' }),
    publish('A3', 'a version of a pacticipant', name, 'PeopleWarehouse', { version: '1', branch: 'main' }),
    get('A21', 'with a version', path),

    put('B20', 'a new label', `${path}/labels/team%20a`, {}),
    put('B20', 'the same again', `${path}/labels/team%20a`, {}),
    put('B20', 'a label on a new pacticipant', '/pacticipants/PeopleLabelled/labels/team%20a', {}),
    put('B20', 'without a body', `${path}/labels/people-b`, undefined, { type: 'application/json' }),
    get('B20', 'one', `${path}/labels/team%20a`),
    ...notThere('B20', 'one that is not there', `${path}/labels/nothing`),
    get('B20', 'a pacticipant that is not there', '/pacticipants/PeopleNobody/labels/team%20a'),
    ...refusals('B20', `${path}/labels/team%20a`, { reads: 'PUT' }),
    get('A21', 'with labels', path),
    get('B21', 'all', '/labels'),
    get('B21', 'a page', '/labels?page=1&size=1'),
    get('B21', 'a page that is none', '/labels?page=0&size=x'),
    ...refusals('B21', '/labels'),
    get('B22', 'with a label', '/pacticipants/label/team%20a'),
    get('B22', 'a page', '/pacticipants/label/team%20a?page=1&size=1'),
    get('B22', 'a part of a name', '/pacticipants/label/team%20a?q=people'),
    get('B22', 'a part of no name', '/pacticipants/label/team%20a?q=nothing'),
    get('B22', 'a page that is none', '/pacticipants/label/team%20a?page=0&size=x'),
    get('B22', 'a label that nobody has', '/pacticipants/label/nothing'),
    ...refusals('B22', '/pacticipants/label/team%20a'),
    del('B20', 'deleting one', `${path}/labels/team%20a`),
    del('B20', 'deleting it again', `${path}/labels/team%20a`),
    get('B22', 'after deleting', '/pacticipants/label/team%20a'),

    del('A21', 'deleting one', path),
    del('A21', 'deleting it again', path),
    get('A21', 'it is gone', path),
    get(
      'A7',
      'pacts of a deleted pacticipant are gone',
      `/pacts/provider/PeopleWarehouse/consumer/${name}/latest`,
    ),
  ],
};
