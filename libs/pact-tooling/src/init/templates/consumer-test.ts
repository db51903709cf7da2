import type { Call } from '../detect/calls.ts';
import type { ClientUse } from '../detect/client-use.ts';
import { stateOf, withExamples } from '../detect/examples.ts';
import type { TestModule } from '../detect/modules.ts';
import type { Runner } from '../options.ts';
import { asserts, endOfTest, importLine, indented, quoted, runnerImports } from './code.ts';

export interface ConsumerTest {
  readonly consumer: string;
  readonly provider: string;
  readonly runner: Runner;
  readonly module: TestModule;
  readonly hasGlobalTypes: boolean;
  readonly call: Pick<Call, 'method' | 'path' | 'query'>;
  readonly use: ClientUse | undefined;
  /** Further requests that were found. */
  readonly others: readonly Pick<Call, 'method' | 'path' | 'file'>[];
}

/** The consumer's first contract test. */
export function consumerTest(test: ConsumerTest): string {
  const { consumer, provider, runner, module, call, use, others } = test;
  const isEarly = use !== undefined && use.variable === undefined;
  const lines = [
    `// The contract of ${consumer} with ${provider}: what ${consumer} asks for, and what it needs of the answer. No more.`,
    ...others.map(
      ({ method, path, file }) => `// Also found, without a test yet: ${method} ${path} (${file})`,
    ),
    importLine(module, '{ rmSync }', 'node:fs'),
    ...runnerImports(runner, module, test.hasGlobalTypes),
    importLine(module, '{ Matchers, Pact }', '@pact-foundation/pact'),
    ...(isEarly ? [importLine(module, `{ ${use.imports} }`, module.specifier)] : []),
    '',
    `const { ${isOfMany(call) ? 'eachLike' : 'like'} } = Matchers;`,
    `const pact = new Pact({ consumer: ${quoted(consumer)}, provider: ${quoted(provider)}, dir: 'pacts', logLevel: 'error' });`,
    '// Pact adds to a file that is there, so an interaction that was renamed would stay in it. All tests of this contract',
    '// are in this file.',
    `rmSync(${quoted(`pacts/${consumer}-${provider}.json`)}, { force: true });`,
    '',
    `test(${quoted(`${provider} answers ${call.method} ${withExamples(call.path)}`)}, async () => {`,
    ...indented(2, interaction(call)),
    ...indented(4, [`.executeTest(async ({ url }) => {`, ...indented(2, body(test)), '});']),
    endOfTest(runner),
  ];
  return `${lines.join('\n')}\n`;
}

function interaction(call: ConsumerTest['call']): string[] {
  const path = withExamples(call.path);
  const state = stateOf(call.path);
  const query = Object.entries(call.query).map(
    ([name, value]) => `${quoted(name)}: ${quoted(withExamples(value))}`,
  );
  const request = query.length > 0 ? `, (request) => request.query({ ${query.join(', ')} })` : '';
  return [
    'await pact',
    '  .addInteraction()',
    ...(state === undefined ? [] : [`  .given(${quoted(state)})`]),
    `  .uponReceiving(${quoted(`a request for ${call.method} ${path}`)})`,
    `  .withRequest(${quoted(call.method)}, ${quoted(path)}${request})`,
    `  .willRespondWith(${call.method === 'POST' ? 201 : 200}, (response) =>`,
    "    // TODO: the fields that your code reads, with an example of each, such as name: 'Sally'.",
    `    response.jsonBody(${isOfMany(call) ? 'eachLike' : 'like'}({})),`,
    '  )',
  ];
}

/** A path that ends with a word is taken for that of a list. */
const isOfMany = ({ method, path }: ConsumerTest['call']): boolean => method === 'GET' && /s$/.test(path);

function body({ runner, module, call, use }: ConsumerTest): string[] {
  if (use === undefined)
    return [
      '// TODO: call your own client here, with this url, in place of fetch: the test is about your code.',
      `const response = await fetch(\`\${url}${withExamples(call.path)}${queryText(call)}\`${call.method === 'GET' ? '' : `, { method: ${quoted(call.method)} }`});`,
      asserts(runner, 'response.ok'),
    ];
  const load = module.isEsModule
    ? `const { ${use.imports} } = await import(${quoted(module.specifier)});`
    : `const { ${use.imports} } = require(${quoted(module.specifier)});`;
  return [
    ...(use.variable === undefined ? [] : [`process.env[${quoted(use.variable)}] = url;`, load]),
    `const answer = await ${use.expression};`,
    '// TODO: what your code makes of the answer.',
    asserts(runner, 'answer'),
  ];
}

function queryText({ query }: ConsumerTest['call']): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${withExamples(value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
