import { expect, it } from '@jest/globals';
import { displayNameOf } from './display-name.ts';

it.each([
  ['my-app', 'My App'],
  ['my_app  two', 'My App Two'],
  ['NoSuch', 'No Such'],
  ['HTTPServer', 'HTTP Server'],
  ['app2Go', 'App2 Go'],
  ['Foo', 'Foo'],
  ['-', ''],
])('%s is shown as %s', (name, shown) => {
  expect(displayNameOf(name)).toBe(shown);
});
