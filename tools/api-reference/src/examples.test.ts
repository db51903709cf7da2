import { describe, expect, it, test } from '@jest/globals';
import { compileExamples } from './compile-examples.ts';
import { libraryProgram } from './program.ts';
import { publicFunctions } from './public-functions.ts';
import { libraries } from './workspace.ts';

const program = libraryProgram();
const functions = libraries.flatMap((library) =>
  publicFunctions(program, library).map((one) => ({ ...one, library: library.name })),
);

describe('The public API', () => {
  test.each(functions)('$library: $name has an example, which imports it', ({ name, library, examples }) => {
    const imported = new RegExp(`import {[^}]*\\b${name}\\b[^}]*} from '${library}'`);
    expect(examples).not.toEqual([]);
    expect(examples.filter((code) => !imported.test(code))).toEqual([]);
  });

  test('has examples that compile', () => {
    const examples = functions.flatMap(({ name, examples }) =>
      examples.map((code, i) => ({ name: `${name}-${i + 1}`, code })),
    );
    expect(compileExamples(program, examples)).toEqual([]);
  });
});

describe('An example is refused', () => {
  const imported = "import { canIDeploy } from '@pact-workshop/pact-tooling';\n";

  it.each([
    ['with an option that is not there', "await canIDeploy({ pacticipant: 'A', versoin: '1' });", 'versoin'],
    ['without an option that is required', 'await canIDeploy({});', 'pacticipant'],
    ['with an import that it does not use', '', 'canIDeploy'],
    ['that is not TypeScript', 'await canIDeploy({ pacticipant: });', 'expected'],
  ])('%s', (_, code, message) => {
    expect(compileExamples(program, [{ name: 'example', code: imported + code }])).toEqual([
      expect.stringMatching(new RegExp(`^example, line \\d: .*${message}`)),
    ]);
  });
});
