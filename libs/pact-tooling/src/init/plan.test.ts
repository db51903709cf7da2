import { describe, expect, it } from '@jest/globals';
import { planInit } from './plan.ts';
import type { InitOptions } from './options.ts';
import type { Manifest, Repository } from './repository.ts';

const repository = (manifest: Manifest, files: Record<string, string>): Repository => ({
  folder: 'folder',
  manifest,
  paths: new Set(['package.json', ...Object.keys(files)]),
  contents: new Map([...Object.entries(files), ['package.json', JSON.stringify(manifest)]]),
});
const plan = (manifest: Manifest, files: Record<string, string>, options: InitOptions = {}) =>
  planInit(repository(manifest, files), options, '1.2.3');
/** The first file that is planned for a client's source. */
const consumerOf = (source: string, manifest: Manifest = { name: 'shop', type: 'module' }) =>
  plan(manifest, { 'src/users.ts': source }).files[0]?.content ?? '';

describe('The requests of a consumer', () => {
  it.each([
    [
      'fetch',
      'export const one = async (baseUrl: string, id: number) => fetch(`${baseUrl}/users/${id}`);',
      'one(url, 1)',
    ],
    [
      'a sum',
      "export function one(host, name) { return fetch(host + '/users/' + name); }",
      "one(url, 'example')",
    ],
    [
      'new URL',
      'export async function one(id, base) { return fetch(new URL(`/users/${encodeURIComponent(id)}`, base)); }',
      'one(1, url)',
    ],
    [
      'axios in a class',
      "import axios from 'axios';\nexport class Users {\n  constructor({ baseUrl }: { baseUrl: string }) {\n    this.http = axios.create({ baseURL: baseUrl });\n  }\n  async one(id: string) {\n    return (await this.http.get<User>(`/users/${id}`)).data;\n  }\n}",
      "new Users({ baseUrl: url }).one('1')",
    ],
  ])('are found: %s', (_, source, expression) => {
    const written = consumerOf(source);
    expect(written).toContain(`const answer = await ${expression};`);
    expect(written).toMatch(/withRequest\('GET', '\/users\/(1|example)'\)/);
  });

  it('have an address from the environment, which the test sets before it loads the client', () => {
    const written = consumerOf(
      'export const all = async () => fetch(`${process.env.USER_API_URL}/users?q=${term}`);',
    );
    expect(written).toMatch(
      /process\.env\['USER_API_URL'\] = url;\n +const { all } = await import\('\.\/users\.ts'\);/,
    );
    expect(written).toContain("request.query({ 'q': 'example' })");
    expect(written).toContain("provider: 'user'");
    expect(written).toContain('eachLike({})');
  });

  it('that no test can call are sent by the test itself, at a TODO', () => {
    const { files, notes } = plan(
      { name: 'shop', type: 'module' },
      { 'users.js': 'function one(session) { return fetch(`${session.base}/users/${session.id}`); }' },
    );
    expect(files[0]?.content).toMatch(/TODO: call your own client here[^]*fetch\(`\$\{url\}\/users\/1`\)/);
    expect(notes.join()).toContain('could not be told');
  });

  it('in comments and tests are none, and a path in a variable is not found', () => {
    const files = {
      'a.js': '// fetch(`/users`)\n/* fetch(`/users`) */ fetch(url);',
      'a.test.js': 'fetch(`/users`)',
    };
    expect(() => plan({}, files)).toThrow('No request to another service was found here, and no route');
    const { files: written, notes } = plan({}, files, { role: 'consumer' });
    expect(written[0]?.path).toBe('client.pact.test.js');
    expect(notes.join()).toContain('GET /users/1 is an example');
  });
});

describe('A written contract test', () => {
  it('begins with no pact, so that what was renamed is not in it', () => {
    expect(consumerOf('export const all = (base) => fetch(`${base}/users`);')).toContain(
      "rmSync('pacts/shop-users.json', { force: true });",
    );
  });
});

describe('A written pipeline', () => {
  it.each([
    ['node --test', true],
    ['echo "Error: no test specified" && exit 1', false],
  ])('runs the tests, unless there are none: %s', (test, has) => {
    const { files } = plan({ scripts: { test } }, {}, { role: 'consumer', pipeline: 'github' });
    expect(files.at(-1)?.content.includes('npm test')).toBe(has);
  });

  it('is that of the kind which is there; beside a pipeline for GitLab, another file is written', () => {
    const path = (there: string) => plan({}, { [there]: '' }, { role: 'provider' }).files.at(-1)?.path;
    expect(path('.github/dependabot.yml')).toBe('.github/workflows/contracts.yml');
    expect(path('.gitlab-ci.yml')).toBe('.gitlab/contracts.yml');
    expect(path('.gitlab/issues.md')).toBe('.gitlab-ci.yml');
  });
});

describe('The server of a provider', () => {
  const app = "const app = express();\napp.get('/orders/:id', show);\n";
  it.each([
    [
      'an Express app',
      `${app}module.exports = { app };`,
      'const running = app.listen(0',
      "require('./app.js')",
    ],
    [
      'a default export',
      `${app}export default app;`,
      'const running = app.listen(0',
      "import app from './app.js'",
    ],
    [
      'a function that makes a Fastify server',
      "export async function build() {\n  const app = Fastify();\n  app.get('/orders/:id', show);\n  return app;\n}",
      'const running = await build();',
      "import { build } from './app.js'",
    ],
    [
      'a function with parameters',
      'export function createApp({ users, clock = Date.now }: Deps, port = 0) {\n  return express();\n}',
      'const running = (await createApp(/* TODO: { users, clock = Date.now }: Deps */)).listen(0',
      "import { createApp } from './app.js'",
    ],
    [
      'plain http',
      "export const server = createServer((request, response) => {\n  if (request.url === '/orders/1') response.end();\n});",
      'const running = server.listen(0',
      "import { server } from './app.js'",
    ],
    [
      'one that its file starts',
      `${app}export { app };\napp.listen(80);`,
      'TODO: start the server here',
      'verifyProvider',
    ],
  ])('is found: %s', (_, source, start, load) => {
    const { files, role } = plan({ name: '@a/orders' }, { 'app.js': source });
    expect(role).toBe('provider');
    expect(files[0]).toMatchObject({ path: 'app.pact.js' });
    expect(files[0]?.content).toContain(start);
    expect(files[0]?.content).toContain(load);
    expect(files[0]?.content).toContain("provider: 'orders'");
  });

  it('has a state for each route with a placeholder, called as the consumer’s test calls it', () => {
    const written = plan({}, { 'app.js': app }).files[0]?.content;
    expect(written).toContain("'order 1 exists': async () => {}");
    expect(consumerOf('export const one = (base, id) => fetch(`${base}/orders/${id}`);')).toContain(
      ".given('order 1 exists')",
    );
  });

  it('and requests leave the side open', () => {
    const files = { 'app.js': app, 'client.js': 'fetch(`/users`)' };
    expect(() => plan({}, files)).toThrow('--role consumer or --role provider');
    expect(plan({}, files, { role: 'provider' }).role).toBe('provider');
  });
});

describe('The test runner', () => {
  const source = { 'users.js': 'export const all = (base) => fetch(`${base}/users`);' };
  const written = (manifest: Manifest, options?: InitOptions) => plan(manifest, source, options);
  it.each([
    ['Jest', { devDependencies: { jest: '1' } }, 'jest users.pact.test.js', 'expect(answer)'],
    [
      'Jest with ES modules',
      { type: 'module', devDependencies: { jest: '1' } },
      'node --experimental-vm-modules node_modules/jest/bin/jest.js users.pact.test.js',
      'expect(answer)',
    ],
    ['Vitest', { scripts: { test: 'vitest run' } }, 'vitest run users.pact.test.js', "from 'vitest'"],
    [
      'node:test',
      { scripts: { test: 'node --test' }, dependencies: { jest: '1' } },
      'node --test users.pact.test.js',
      'assert.ok(answer)',
    ],
  ])('is %s', (_, manifest, script, line) => {
    const { scripts, files } = written(manifest);
    expect(scripts['pact:consumer']).toBe(script);
    expect(files[0]?.content).toContain(line);
  });

  it('that is not known is named, with those that are', () => {
    expect(() => written({ devDependencies: { mocha: '1' } })).toThrow(
      'init writes no tests for mocha. Choose another runner: --runner jest, --runner vitest, --runner node',
    );
    expect(
      written({ devDependencies: { mocha: '1' } }, { runner: 'node' }).scripts['pact:consumer'],
    ).toContain('node --test');
  });

  it('runs a verification only where it is asked for, since that needs a broker', () => {
    const provider = { 'src/app.ts': 'export const app = express();' };
    const verify = (manifest: Manifest) => plan(manifest, provider).scripts['pact:verify'];
    expect(verify({ devDependencies: { jest: '1' } })).toBe('jest --testMatch "**/app.pact.ts"');
    expect(verify({ devDependencies: { vitest: '1' } })).toBe('vitest run --config vitest.pact.config.mjs');
    expect(verify({ devDependencies: { tsx: '1' } })).toBe('node --import tsx --test src/app.pact.ts');
  });
});
