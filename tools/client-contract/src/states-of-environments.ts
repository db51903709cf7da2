import { deployed, environment, pacticipant, version, type Fact } from './facts.ts';

const number = '5556b8149bf8bac76bc30f50a8a2dd4c22c85f30';
const foo = [pacticipant('Foo'), version('Foo', number)];

/** Ids that the contract names in its requests. */
const testId = 'cb632df3-0a0d-4227-aac3-60114dd36479';
const otherTestId = '16926ef3-590f-4e3f-838e-719717aa88c9';
const deployedId = 'ff3adecf-cfc5-4653-a4e3-f1861092f8e0';

/** States with environments, and with what runs there. */
export const statesOfEnvironments: Readonly<Record<string, readonly Fact[]>> = {
  'an environment exists': [
    environment('test', { contacts: [{ name: 'foo', details: { emailAddress: 'foo@bar.com' } }] }),
  ],
  'an environment with name test exists': [environment('test')],
  [`an environment with name test and UUID ${otherTestId} exists`]: [
    environment('test', { id: otherTestId }),
  ],
  [`version ${number} of pacticipant Foo exists with a test environment available for release`]: [
    environment('test', { id: testId }),
    ...foo,
  ],
  [`version ${number} of pacticipant Foo exists with a test environment available for deployment`]: [
    environment('test', { id: testId }),
    ...foo,
  ],
  [`version ${number} of pacticipant Foo exists with 2 environments that aren't test available for deployment`]:
    [...foo, environment('prod'), environment('dev')],
  [`an version is deployed to environment with UUID ${otherTestId} with target customer-1`]: [
    environment('test', { id: otherTestId }),
    ...foo,
    deployed(['Foo', number], otherTestId, { id: deployedId, applicationInstance: 'customer-1' }),
  ],
  'a currently deployed version exists': [
    environment('test', { id: testId }),
    ...foo,
    deployed(['Foo', number], testId, { id: deployedId }),
  ],
};
