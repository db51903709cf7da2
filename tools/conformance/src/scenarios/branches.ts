import { del, get, put, type Subject } from '../http/step.ts';
import { notThere, refusals } from './refusals.ts';

const name = 'BranchShop';
const path = `/pacticipants/${name}`;
const branch = `${path}/branches/feat%2Fx`;
const nobody = '/pacticipants/BranchNobody';

export const branches: Subject = {
  name: 'branches',
  steps: [
    put('A30', 'a version on a new branch', `${branch}/versions/1`, {}),
    put('A30', 'the same again', `${branch}/versions/1`, {}),
    put('A30', 'without a body', `${branch}/versions/2`, undefined, { type: 'application/json' }),
    put('A30', 'on main', `${path}/branches/main/versions/3`, {}),
    put('A30', 'on two branches', `${path}/branches/main/versions/2`, {}),
    put('A30', 'on a third branch', `${path}/branches/old/versions/4`, {}),
    get('A30', 'one', `${branch}/versions/1`),
    ...notThere('A30', 'a version that is not on it', `${branch}/versions/3`),
    get('A30', 'a pacticipant that is not there', `${nobody}/branches/main/versions/1`),
    ...refusals('A30', `${branch}/versions/1`, { reads: 'PUT' }),

    get('A28', 'all', `${path}/branches`),
    get('A28', 'by a part of the name', `${path}/branches?q=feat`),
    get('A28', 'a page', `${path}/branches?page=2&size=1`),
    get('A28', 'a page that is none', `${path}/branches?page=0&size=x`),
    ...notThere('A28', 'a pacticipant that is not there', `${nobody}/branches`),
    ...refusals('A28', `${path}/branches`),
    get('A29', 'one', branch),
    ...notThere('A29', 'one that is not there', `${path}/branches/nothing`),
    get('A29', 'a pacticipant that is not there', `${nobody}/branches/main`),
    ...refusals('A29', branch),
    get('A26', 'the head', `${branch}/latest-version`),
    get('A26', 'the head is what was added last', `${path}/branches/main/latest-version`),
    ...notThere('A26', 'a branch that is not there', `${path}/branches/nothing/latest-version`),
    ...refusals('A26', `${branch}/latest-version`),
    get('A31', 'all', `${branch}/versions`),
    get('A31', 'a page', `${branch}/versions?page=1&size=1`),
    get('A31', 'a page that is none', `${branch}/versions?page=0&size=x`),
    ...notThere('A31', 'a branch that is not there', `${path}/branches/nothing/versions`),
    ...refusals('A31', `${branch}/versions`),

    del('A30', 'taking a version off', `${branch}/versions/2`),
    del('A30', 'taking it off again', `${branch}/versions/2`),
    get('A26', 'the head after that', `${branch}/latest-version`),
    del('A29', 'deleting one', branch),
    del('A29', 'deleting it again', branch),
    get('A23', 'its versions stay', `${path}/versions/1`),
    put('A30', 'another branch', `${path}/branches/gone/versions/5`, {}),
    del('A28', 'deleting all but one', `${path}/branches?exclude[]=old`),
    del('A28', 'deleting those of nobody', `${nobody}/branches`),
    get('A28', 'what is left', `${path}/branches`, { until: /"totalElements":2/ }),
  ],
};
