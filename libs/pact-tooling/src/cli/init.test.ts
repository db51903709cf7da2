import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commandsHere } from '../../test/commands-here.ts';

let cli: Awaited<ReturnType<typeof commandsHere>>;
const at = (path: string) => join(cli.folder, path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const run = (...args: string[]) => cli.run(['init', ...args]);
const everything = () =>
  readdirSync(cli.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]);

beforeEach(async () => {
  cli = await commandsHere('http://127.0.0.1:1');
  mkdirSync(at('src'));
  mkdirSync(at('.github'));
  writeFileSync(at('.github/dependabot.yml'), '');
  writeFileSync(
    at('package.json'),
    '{\n\t"name": "shop",\n\t"type": "module",\n\t"scripts": {\n\t\t"test": "node --test"\n\t}\n}\n',
  );
  writeFileSync(at('src/users.js'), 'export const all = (base) => fetch(`${base}/users`);\n');
});
afterEach(async () => {
  await cli[Symbol.asyncDispose]();
});

describe('The command init', () => {
  it('writes a test, a pipeline and scripts, lists them, and says what is next', async () => {
    const { code, stdout } = await run('--other', 'users');
    expect(code).toBe(0);
    expect(stdout).toContain(
      '  + src/users.pact.test.js\n  + .github/workflows/contracts.yml\n  ~ package.json (scripts pact:consumer',
    );
    expect(stdout).toMatch(
      /Next:[^]*npm install --save-dev[^]*npm run pact:consumer[^]*embedded-broker exec/,
    );
    expect(read('src/users.pact.test.js')).toContain("consumer: 'shop', provider: 'users'");
    expect(read('package.json')).toContain('\t\t"pact:consumer": "node --test src/users.pact.test.js"');
  });

  it('changes nothing in a second run, nor what was completed since; --force replaces it', async () => {
    await run();
    const written = everything();
    expect((await run()).stdout).toContain('Nothing changed:');
    expect(everything()).toEqual(written);
    writeFileSync(at('src/users.pact.test.js'), 'mine');
    expect((await run()).stdout).toContain('! src/users.pact.test.js (kept');
    expect(read('src/users.pact.test.js')).toBe('mine');
    expect((await run('--force')).stdout).toContain('~ src/users.pact.test.js');
    expect(everything()).toEqual(written);
  });

  it('keeps a script that is another one', async () => {
    writeFileSync(at('package.json'), '{ "scripts": { "pact:publish": "mine" } }');
    const { stdout } = await run();
    expect(stdout).toContain('! the script pact:publish (kept');
    expect(JSON.parse(read('package.json'))).toMatchObject({ scripts: { 'pact:publish': 'mine' } });
  });

  it('writes nothing with --dry-run', async () => {
    const before = everything();
    const { code, stdout } = await run('--dry-run');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Would write:\n  + src') as unknown,
    });
    expect(everything()).toEqual(before);
  });

  it('writes all or nothing', async () => {
    writeFileSync(at('.github/workflows'), 'a file in the way');
    const before = everything();
    const { code, stderr } = await run();
    expect(code).toBe(1);
    expect(stderr).toMatch(/Can't write \.github\/workflows\/contracts\.yml: \w+\. Nothing was changed\./);
    expect(everything()).toEqual(before);
  });

  it('says what is missing or wrong', async () => {
    expect((await run('--runner', 'mocha')).stderr).toContain('Allowed choices are jest, vitest, node');
    expect((await run('--name', 'a"b')).stderr).toContain('without quotes');
    writeFileSync(at('package.json'), '{');
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('package.json is not JSON') as unknown,
    });
    rmSync(at('package.json'));
    expect((await run()).stderr).toContain('There is no package.json in');
  });

  it('has an example in its help', async () => {
    expect((await run('--help')).stdout).toContain(
      'init --role consumer --name shop --other users --pipeline github',
    );
  });
});
