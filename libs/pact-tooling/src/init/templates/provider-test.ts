import { stateOf } from '../detect/examples.ts';
import { splitOutside } from '../detect/source-text.ts';
import type { TestModule } from '../detect/modules.ts';
import type { Route } from '../detect/routes.ts';
import type { Runner } from '../options.ts';
import type { Server } from '../detect/server.ts';
import { asserts, endOfTest, importLine, indented, quoted, runnerImports } from './code.ts';

export interface ProviderTest {
  readonly provider: string;
  readonly runner: Runner;
  readonly module: TestModule;
  readonly hasGlobalTypes: boolean;
  readonly server: Server | undefined;
  readonly routes: readonly Pick<Route, 'path'>[];
}

/** The provider's first verification. */
export function providerTest(test: ProviderTest): string {
  const { provider, runner, module, server } = test;
  const exported = server?.exported;
  const named = exported?.name === 'default' ? 'app' : exported?.name;
  const lines = [
    `// Verifies ${provider} against the contracts of its consumers, which a broker has (PACT_BROKER_BASE_URL).`,
    ...runnerImports(runner, module, test.hasGlobalTypes),
    importLine(module, '{ verifyProvider }', '@pact-workshop/pact-tooling'),
    ...(named === undefined
      ? []
      : [importLine(module, exported?.name === 'default' ? named : `{ ${named} }`, module.specifier)]),
    '',
    'const stateHandlers = {',
    ...indented(2, states(test.routes)),
    '};',
    '',
    '// The contract that the webhook of the broker names; without one, those that the broker selects.',
    "const selector = process.env['PACT_SELECTOR'];",
    '',
    `test(${quoted(`${provider} does what its consumers expect of it`)}, async () => {`,
    ...indented(2, running(test, named)),
    endOfTest(runner),
  ];
  return `${lines.join('\n')}\n`;
}

function states(routes: ProviderTest['routes']): string[] {
  const names = [...new Set(routes.map(({ path }) => stateOf(path)).filter((name) => name !== undefined))];
  return [
    '// TODO: each makes true what a consumer says with "given", such as a row in the database.',
    ...(names.length > 0 ? names : ['example 1 exists']).map((name) => `${quoted(name)}: async () => {},`),
  ];
}

/** The lines that start the server, verify, and stop it. */
function running(test: ProviderTest, named: string | undefined): string[] {
  const { server, module } = test;
  const host = "'127.0.0.1'";
  if (server?.exported === undefined || named === undefined)
    return [
      '// TODO: start the server here, at a free port. An app that its file exports, and does not start, can be imported.',
      `const providerBaseUrl = process.env['PROVIDER_URL'] ?? 'http://127.0.0.1:3000';`,
      ...verification(test),
    ];
  const needs = splitOutside(server.exported.parameters ?? '', ',').filter((one) => !isOptional(one));
  const given = needs.length > 0 ? `/* TODO: ${needs.join(', ').replace(/\s+/g, ' ')} */` : '';
  const app = server.exported.isFunction ? `(await ${named}(${given}))` : named;
  const start =
    server.framework === 'fastify'
      ? [
          `const running = ${app.replace(/^\((.*)\)$/, '$1')};`,
          `const providerBaseUrl = await running.listen({ host: ${host}, port: 0 });`,
        ]
      : [
          `const running = ${app}.listen(0, ${host});`,
          `await new Promise((resolve) => running.once('listening', resolve));`,
          `const { port } = running.address()${module.isTypeScript ? ' as { port: number }' : ''};`,
          'const providerBaseUrl = `http://127.0.0.1:${port}`;',
        ];
  const close = server.framework === 'fastify' ? 'await running.close();' : 'running.close();';
  return [...start, 'try {', ...indented(2, verification(test)), '} finally {', `  ${close}`, '}'];
}

/** Whether a parameter can be left out; defaults inside of a pattern say nothing about it. */
const isOptional = (parameter: string): boolean =>
  /=(?!>)|^\w+\?/.test(parameter.replace(/^\{[^}]*\}/, 'fields'));

const verification = ({ provider, runner }: ProviderTest): string[] => [
  'const { interactions } = await verifyProvider({',
  `  provider: ${quoted(provider)},`,
  '  providerBaseUrl,',
  '  stateHandlers,',
  '  ...(selector ? { selectors: [JSON.parse(selector)] } : {}),',
  `  publishResults: process.env['CI'] === 'true' || process.env['PUBLISH_RESULTS'] === 'true',`,
  '});',
  asserts(runner, 'interactions.length > 0'),
];
