import type { RowId } from '../api/index.ts';
import { del, get, post, put, type Body, type Step, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const consumer = 'ResultShop';
const provider = 'ResultWarehouse';
const base = `/pacts/provider/${provider}/consumer/${consumer}`;
const content = `${base}/pact-version/{sha}`;
const nothing = `/pacts/provider/${provider}/consumer/ResultNobody`;

const fromRust: Body = {
  success: false,
  providerApplicationVersion: '11',
  buildUrl: 'http://ci.example.org/11',
  testResults: [
    {
      interactionId: 'abc',
      success: false,
      mismatches: [{ attribute: 'body', identifier: '$.name', description: 'Expected a name' }],
    },
    { interactionId: 'def', success: false, exceptions: [{ message: 'no connection' }] },
  ],
  verifiedBy: {
    implementation: 'Pact-Rust',
    version: '1.3.5',
    clientLanguage: { name: 'pact-js', version: '17.1.4', testFramework: 'jest' },
  },
};

const newest = (row: RowId, what: string, path: string, missing: string): readonly Step[] => [
  get(row, what, path),
  get(row, 'as JSON', path, { accept: 'application/json' }),
  ...notThere(row, 'nothing there', missing),
  ...refusals(row, path),
];

export const verifications: Subject = {
  name: 'verification results',
  steps: [
    publish('A3', 'for results: one', consumer, provider, {
      version: '1',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    publish('A3', 'for results: another provider', consumer, 'ResultBilling', {
      version: '1',
      branch: 'main',
      content: 1,
    }),
    get('A4', 'the pact to verify', `${base}/version/1`, { keep: { sha: '_links.pb:pact-version.name' } }),
    get('A18', 'no result yet', `${content}/verification-results/latest`),
    get('B17', 'no result yet', `/verification-results/consumer/${consumer}/version/1/latest`),
    put('A27', "a provider's tag", `/pacticipants/${provider}/versions/10/tags/dev`, {}),
    post(
      'A14',
      'a success',
      `${content}/verification-results`,
      { success: true, providerApplicationVersion: '10' },
      { keep: { one: 'header location' } },
    ),
    post('A14', 'a failure as a verifier sends it', `${content}/verification-results`, fromRust, {
      keep: { two: 'header location' },
    }),
    post(
      'A14',
      'as JSON',
      `${content}/verification-results`,
      { success: true, providerApplicationVersion: '12' },
      { accept: 'application/json' },
    ),
    post('A14', 'results of an old client', `${content}/verification-results`, {
      success: true,
      providerApplicationVersion: '12',
      testResults: { tests: [{ testDescription: 'x', status: 'passed' }], summary: { testCount: 1 } },
    }),
    post('A14', 'nothing of what is needed', `${content}/verification-results`, {}),
    post(
      'A14',
      'nothing of what is needed, as a problem',
      `${content}/verification-results`,
      {},
      { accept: 'application/hal+json, application/problem+json' },
    ),
    post('A14', 'wrong types', `${content}/verification-results`, {
      success: 'yes',
      providerApplicationVersion: 1,
      buildUrl: 'nowhere',
    }),
    post('A14', 'a blank version', `${content}/verification-results`, {
      success: true,
      providerApplicationVersion: ' ',
    }),
    post('A14', 'a body that is no JSON', `${content}/verification-results`, '{"success":'),
    post('A14', 'a content that is not there', `${base}/pact-version/0000/verification-results`, {
      success: true,
      providerApplicationVersion: '10',
    }),
    post('A14', 'a consumer that is not there', `${nothing}/pact-version/{sha}/verification-results`, {
      success: true,
      providerApplicationVersion: '10',
    }),
    ...refusals('A14', `${content}/verification-results`, {
      without: 'PUT',
      reads: 'POST',
      negotiates: false,
    }),
    get('A14', 'the collection by GET', `${content}/verification-results`),

    post(
      'A15',
      'a success with metadata',
      `${content}/metadata/dz10cnVl/verification-results`,
      { success: true, providerApplicationVersion: '13' },
      { keep: { wip: 'header location' } },
    ),
    post('A15', 'metadata that says nothing', `${content}/metadata/nonsense/verification-results`, {
      success: true,
      providerApplicationVersion: '14',
    }),
    post('A15', 'nothing of what is needed', `${content}/metadata/dz10cnVl/verification-results`, {}),
    post(
      'A15',
      'a content that is not there',
      `${base}/pact-version/0000/metadata/dz10cnVl/verification-results`,
      { success: true, providerApplicationVersion: '10' },
    ),
    ...refusals('A15', `${content}/metadata/dz10cnVl/verification-results`, {
      without: 'PUT',
      reads: 'POST',
      negotiates: false,
    }),

    get('A16', 'a success', '{one}'),
    get('A16', 'a failure', '{two}'),
    get('A16', 'as JSON', '{two}', { accept: 'application/json' }),
    get('A16', 'as extended JSON', '{one}', {
      accept: 'application/vnd.pactbrokerextended.v1+json, application/json;q=0.1',
    }),
    get('A16', 'all of them', `${content}/verification-results/all`),
    get('A16', 'a number that is none', `${content}/verification-results/one`),
    ...notThere('A16', 'a number that is not there', `${content}/verification-results/999999`),
    ...refusals('A16', '{one}'),
    get('A17', 'a success', `${content}/metadata/dz10cnVl/verification-results/101`),
    ...notThere(
      'A17',
      'a number that is not there',
      `${content}/metadata/dz10cnVl/verification-results/999999`,
    ),
    get('A19', 'none triggered', '{two}/triggered-webhooks'),
    ...notThere(
      'A19',
      'a number that is not there',
      `${content}/verification-results/999999/triggered-webhooks`,
    ),
    ...refusals('A19', '{two}/triggered-webhooks'),

    ...newest(
      'A18',
      'for a content',
      `${content}/verification-results/latest`,
      `${base}/pact-version/0000/verification-results/latest`,
    ),
    ...newest(
      'B14',
      'for a publication',
      `${base}/version/1/verification-results/latest`,
      `${base}/version/99/verification-results/latest`,
    ),
    ...newest(
      'B15',
      'for the newest pact',
      `${base}/latest/verification-results/latest`,
      `${nothing}/latest/verification-results/latest`,
    ),
    ...newest(
      'B16',
      'for the newest pact with a tag',
      `${base}/latest/dev/verification-results/latest`,
      `${base}/latest/nothing/verification-results/latest`,
    ),
    ...newest(
      'B17',
      'for a consumer version',
      `/verification-results/consumer/${consumer}/version/1/latest`,
      `/verification-results/consumer/${consumer}/version/99/latest`,
    ),
    get('A4', 'the verified pact', `${base}/version/1`),

    del('A16', 'deleting one', '{two}'),
    get('A16', 'it is gone', '{two}'),
    del('A16', 'deleting it again', '{two}'),
    get('A18', 'after deleting', `${content}/verification-results/latest`),
  ],
};
