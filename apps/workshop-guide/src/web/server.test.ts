import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TestPage } from '../../test/guide-page.ts';
import { reset, start } from '../guide/index.ts';
import { runProgram } from '../processes/index.ts';
import { servePage } from './server.ts';

describe("The guide's page", () => {
  let page: TestPage;
  beforeAll(async () => {
    page = await TestPage.open();
    await page.companion.check();
  });
  afterAll(() => page[Symbol.asyncDispose]());

  it('lists the lessons and marks the current one', async () => {
    const text = await page.text('/');
    expect(text).toContain('0 of 2 lessons done');
    expect(text).toContain('you are here, 0 of 2 tasks done');
    expect(text).toContain('href="/lessons/02-contract"');
    expect(text).toMatch(/Begin with lesson 1:\s+<span lang="en">Greet/);
  });

  it("shows a lesson's text with highlighted code, its picture, and links to pages", async () => {
    const text = await page.text('/lessons/01-greet');
    expect(text).toContain('<h1>1. Greet the world</h1>');
    expect(text).toContain('<span class="hljs-keyword">const</span>');
    expect(text).toContain('<a href="/lessons/02-contract">the next lesson</a>');
    expect(text).toContain('The broker’s pages: <a');
    expect(text).toContain('(while <code>make broker</code> runs');
    expect(text).toMatch(/Run\s+commands in <code>playground\/<\/code>/);
    const picture = await fetch(`${page.url}/lessons/01-greet/files/greeter.svg`);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await page.text('/lessons/02-contract')).not.toContain('The broker’s pages');
  });

  it.each([
    ['/lessons/01-greet', { 'accept-language': 'de-CH,de;q=0.9,en;q=0.5' }, 'Grüße die Welt'],
    ['/lessons/01-greet', { 'accept-language': 'fr' }, 'Greet the world'],
    ['/lessons/01-greet?lang=de', { 'accept-language': 'en' }, 'Grüße die Welt'],
    ['/lessons/01-greet?lang=../x', {}, 'Greet the world'],
    ['/lessons/02-contract?lang=de', {}, 'Break it, and mend it'],
  ])('shows the language of the reader: %s %j', async (path, headers, title) => {
    expect(await page.text(path, headers)).toContain(title);
  });

  it("shows the manifest's words in the language of the reader, where they are translated", async () => {
    const text = await page.text('/lessons/01-greet?lang=de');
    expect(text).toContain('Ein Gruß steht am Anfang.');
    expect(text).toContain('Der Grüßer sagt hallo');
    expect(text).toContain('Break it, and mend it →');
    const all = await page.text('/?lang=de');
    expect(all).toContain('>Grüßen</a>');
    expect(all).toContain('>Break it, and mend it</a>');
  });

  it('says what is wrong in the language of the reader', async () => {
    page.write('apps/greeter/greeting.txt', 'good evening');
    await page.companion.check();
    expect(await page.text('/lessons/01-greet')).toContain('That is too formal for a friend.');
    expect(await page.text('/lessons/01-greet?lang=de')).toContain('Das ist zu förmlich für einen Freund.');
  });

  it('remembers the chosen language', async () => {
    const { headers } = await fetch(`${page.url}/lessons/01-greet?lang=de`);
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await page.text('/lessons/01-greet', { cookie })).toContain('Grüße die Welt');
    expect(await page.text('/lessons/02-contract', { cookie })).toContain('Break it, and mend it');
    expect((await fetch(`${page.url}/lessons/01-greet?lang=xx`)).headers.get('set-cookie')).toBeNull();
  });

  describe('opens a file in the learner’s editor', () => {
    const before = process.env['LAUNCH_EDITOR'];
    afterEach(() => {
      if (before === undefined) delete process.env['LAUNCH_EDITOR'];
      else process.env['LAUNCH_EDITOR'] = before;
    });

    it('one of the lesson', async () => {
      await reset(page.workshop);
      const folder = mkdtempSync(join(tmpdir(), 'editor-'));
      // The editor's arguments come through a pipe, so that the test waits for them.
      const pipe = join(folder, 'opened');
      await runProgram('mkfifo', [pipe]);
      const editor = join(folder, 'editor.sh');
      writeFileSync(editor, `#!/bin/sh\necho "$@" > '${pipe}'\n`, { mode: 0o755 });
      process.env['LAUNCH_EDITOR'] = editor;
      expect(await page.text('/lessons/01-greet')).toContain('name="path" value="apps/greeter/greeting.txt"');
      const fields = { path: 'apps/greeter/greeting.txt', line: '1' };
      expect((await page.press('/editor', page.url, fields)).status).toBe(303);
      expect(await readFile(pipe, 'utf8')).toContain(join(page.workshop.at.playground, fields.path));
      rmSync(folder, { recursive: true });
    });

    it.each(['../.workshop/progress.json', '/etc/hostname', 'apps/../../x', 'pacts/x.json', ''])(
      'but no other one: %j',
      async (path) => {
        expect((await page.press('/editor', page.url, { path, line: '1' })).status).toBe(404);
      },
    );
  });

  it('compares any two states of a lesson', async () => {
    await reset(page.workshop);
    const text = await page.text('/lessons/01-greet/diff?from=start&to=solution');
    expect(text).toContain('Differences between the start and the solution');
    expect(text).toMatch(/<del>-TODO[^]*<ins>\+hello/);
    expect(await page.text('/lessons/01-greet/diff?from=start&to=start')).toContain(
      'There are no differences',
    );
    expect(await page.text('/lessons/01-greet/diff?from=../x')).toContain(
      'between your files and the solution',
    );
    expect(await page.text('/lessons/02-contract/diff')).toContain(
      'between the start and the stage “expand”',
    );
  });

  it('works with forms alone: check, hint, solution, next lesson, restore', async () => {
    await reset(page.workshop);
    page.write('apps/greeter/greeting.txt', 'hello');
    const checked = await page.press('/lessons/01-greet/check');
    expect([checked.status, checked.headers.get('location')]).toEqual([303, '/lessons/01-greet']);
    const text = await page.text('/lessons/01-greet');
    expect(text).toContain('<li id="task-greeting" class="done"');
    expect(text).toMatch(/<pre class="expected">200<\/pre>[^]*<pre class="actual">404<\/pre>/);

    expect(await page.text('/lessons/01-greet')).not.toContain('Be friendly.');
    await page.press('/lessons/01-greet/hint');
    expect(await page.text('/lessons/01-greet')).toContain('Be friendly.');
    expect(await page.text('/lessons/01-greet/diff')).toContain('<ins>+200\n</ins>');

    await page.press('/lessons/01-greet/solve');
    await page.press('/lessons/01-greet/check');
    const next = await page.press('/lessons/01-greet/next');
    expect(next.headers.get('location')).toBe('/lessons/02-contract');

    const [, name = ''] = /name="name" value="([^"]+)"/.exec(await page.text('/')) ?? [];
    await page.press('/restore', page.url, { name });
    expect(page.read('apps/greeter/greeting.txt')).toBe('hello');
    expect(await page.text('/')).toContain('you are here');
  });

  it('reports why an action is not possible now', async () => {
    await start(page.workshop, '2');
    const early = await page.press('/lessons/02-contract/next');
    expect(early.status).toBe(409);
    expect(await early.text()).toContain('Lesson 2 is not done yet');
    await start(page.workshop, '1');
  });

  it('ignores a button of an outdated page', async () => {
    page.write('apps/greeter/greeting.txt', 'mine');
    const { headers } = await page.press('/lessons/02-contract/solve');
    expect(headers.get('location')).toBe('/lessons/01-greet');
    expect(page.read('apps/greeter/greeting.txt')).toBe('mine');
  });

  it.each([['http://elsewhere.example'], ['null'], ['http://127.0.0.1:1'], ['']])(
    'refuses a form of another site: %j',
    async (origin) => {
      page.write('apps/greeter/greeting.txt', 'mine');
      expect((await page.press('/lessons/01-greet/solve', origin)).status).toBe(403);
      expect(page.read('apps/greeter/greeting.txt')).toBe('mine');
    },
  );

  it('answers to no foreign name that points to this machine', async () => {
    const { port } = new URL(page.url);
    expect(await page.status('/', { host: `localhost:${port}` })).toBe(200);
    expect(await page.status('/', { host: `elsewhere.example:${port}` })).toBe(421);
    expect(await page.status('/events', { host: 'elsewhere.example' })).toBe(421);
  });

  it.each([
    '/lessons/01-greet/files/../lesson.ts',
    '/lessons/01-greet/files/lesson.ts',
    '/lessons/01-greet/files/%2e%2e/01-greet/greeter.svg',
    '/lessons/01-greet/files/..%2f..%2f..%2f..%2fsrc%2fweb%2fassets%2ficon.svg',
    '/lessons/01-greet/files/..%5c..%5cicon.svg',
    '/lessons/../../src/web/assets/icon.svg',
    '/lessons/01-greet/files/nowhere.svg',
    '/lessons/nowhere',
    '/lessons/__proto__',
    '/assets/../server.ts',
    '/appendix/',
    '/appendix/../01-greet/README',
    '/appendix/%2e%2e%2f01-greet%2fREADME',
  ])('serves only the pictures of a lesson: %s', async (path) => {
    expect(await page.status(path)).toBe(404);
  });

  it('allows a browser only scripts and resources of the guide', async () => {
    const { headers } = await fetch(page.url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text('/')).not.toMatch(/<style|style=|<script>|\son[a-z]+=/);
  });

  it('notifies a page as soon as the result of a task changes', async () => {
    const stop = new AbortController();
    const response = await fetch(`${page.url}/events`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await events?.read())?.value).toContain('event: change');
    page.write('apps/greeter/greeting.txt', 'hello');
    expect((await events?.read())?.value).toContain('event: change');
    stop.abort();
  });

  it('uses a free port when the default one is in use', async () => {
    const taken = Number(new URL(page.url).port);
    const other = await servePage(page.workshop, page.companion, { port: taken });
    expect((await fetch(other.url)).status).toBe(200);
    expect(other.url).not.toBe(page.url);
    await other.close();
  });
});
