import { expect, it } from '@jest/globals';
import { similarNames } from './duplicate-names.ts';

const existing = ['User API', 'my-camelCase', 'Order', 'HTTPServer', 'API', 'Billing/Mail'];

it.each<[string, string[]]>([
  ['user-api', ['User API']],
  ['UserApi', ['User API']],
  ['Users', ['User API']],
  ['user_provider_service', ['User API']],
  ['My Camel Case', ['my-camelCase']],
  ['orders', ['Order']],
  ['http server', ['HTTPServer']],
  ['Billing::Mail', ['Billing/Mail']],
  ['service', ['API']],
  ['Userr', []],
  ['Case Camel My', []],
  ['Order Mail', []],
])('The name %j looks like %j', (name, similar) => {
  expect(similarNames(name, existing)).toEqual(similar);
});
