import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeCourse } from '../test/written-course.ts';
import { Learner } from '../test/workshop-process.ts';

describe('The workshop on the command line', () => {
  let learner: Learner;
  beforeEach(() => {
    learner = new Learner();
  });
  afterEach(() => learner.leave());

  const path = (name: string) => join(learner.playground, 'apps/greeter', name);
  const write = (name: string, text: string) => writeFileSync(path(name), `${text}\n`);
  const read = (name: string) => readFileSync(path(name), 'utf8').trim();

  it('guides through a lesson: start, a wrong attempt, a correct one, the next lesson', async () => {
    const started = await learner.workshop('start');
    expect(started).toMatchObject({ code: 0, stderr: '' });
    expect(started.stdout).toContain('Lesson 1: Greet');
    expect(started.stdout).toMatch(/Next: read .*edit playground\/apps\/greeter\/greeting\.txt/);

    write('greeting.txt', 'bye');
    const wrong = await learner.workshop('check');
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('✘ The greeter says hello');
    expect(wrong.stdout).toContain('It says: bye');
    expect(wrong.stdout).toContain('· The provider is verified');
    expect(wrong.stdout).toContain('0 of 2 tasks done');

    write('greeting.txt', 'hello');
    const half = await learner.workshop('check');
    expect(half.stdout).toContain('✔ The greeter says hello');
    expect(half.stdout).toMatch(
      /a request for a greeting \(given Somebody is there\)\n\s+status\n\s+expected {2}200\n\s+actual {4}404/,
    );
    const early = await learner.workshop('next');
    expect(early.code).toBe(1);
    expect(early.stderr).toContain('The provider is verified');

    write('status.txt', '200');
    const right = await learner.workshop('check');
    expect(right).toMatchObject({ code: 0, stderr: '' });
    expect(right.stdout).toContain('2 of 2 tasks done');
    expect(right.stdout).toContain('Next: "npx workshop next"');
    const next = await learner.workshop('next');
    expect(next.stdout).toContain('Lesson 2: Break it, and mend it');
    expect((await learner.workshop('list')).stdout).toMatch(/✔ {2}1 {2}Greet[^]*▶ {2}2 {2}Break it/);
  });

  it('requires stages one after the other, and remembers completed ones', async () => {
    await learner.workshop('start', '2');
    write('status.txt', '500');
    expect((await learner.workshop('check')).stdout).toMatch(
      /✔ The contract is broken \(fails, as expected here\)/,
    );
    write('status.txt', '200');
    const mended = await learner.workshop('check');
    expect(mended.code).toBe(0);
    expect(mended.stdout).toContain('✔ The contract is broken');
    expect(mended.stdout).toContain('✔ The contract holds again');
    expect((await learner.workshop('next')).stderr).toContain('That was the last lesson');
  });

  it('lists the lessons as JSON, for other programs', async () => {
    await learner.workshop('start');
    await learner.workshop('hint');
    const { stdout } = await learner.workshop('list', '--json');
    const [first, second] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(first).toMatchObject({
      ...{ number: 1, name: '01-greet', title: 'Greet', current: true, hints: 1, finishedAt: null },
      tasks: [{ id: 'greeting', title: 'The greeter says hello', done: false }, {}],
    });
    expect(second).toMatchObject({ number: 2, current: false, startedAt: null });
  });

  it('shows hints one at a time, and remembers their number', async () => {
    await learner.workshop('start');
    expect((await learner.workshop('hint')).stdout).toContain('Hint 1 of 3: Be friendly.');
    expect((await learner.workshop('hint')).stdout).toContain('Hint 2 of 3');
    const last = await learner.workshop('hint');
    expect(last.stdout).toContain('Hint 3 of 3: Write `hello`.');
    expect((await learner.workshop('hint')).stdout).toContain('npx workshop diff');
  });

  it('shows the differences to the solution, and lays it out', async () => {
    await learner.workshop('start');
    const { stdout } = await learner.workshop('diff');
    expect(stdout).toContain('--- yours/apps/greeter/greeting.txt');
    expect(stdout).toContain('-TODO\n+hello');
    await learner.workshop('solve');
    expect(read('greeting.txt')).toBe('hello');
    expect((await learner.workshop('diff')).stdout).toContain('Your files match the solution.');
    expect((await learner.workshop('check')).code).toBe(0);
  });

  describe('loses no file of the learner', () => {
    it.each([['reset'], ['solve'], ['start', '2']])('before %s', async (...command) => {
      await learner.workshop('start');
      write('greeting.txt', 'my own words');
      mkdirSync(path('notes'));
      write('notes/mine.md', 'a note');
      const { stdout } = await learner.workshop(...command);
      expect(stdout).toContain('backed up');
      expect(read('greeting.txt')).not.toBe('my own words');
      expect(existsSync(path('notes'))).toBe(false);

      const back = await learner.workshop('restore');
      expect(back).toMatchObject({ code: 0, stderr: '' });
      expect(back.stdout).toContain('Lesson 1: Greet');
      expect([read('greeting.txt'), read('notes/mine.md')]).toEqual(['my own words', 'a note']);
    });

    it('by restoring an older backup', async () => {
      await learner.workshop('start');
      write('greeting.txt', 'first');
      await learner.workshop('reset');
      write('greeting.txt', 'second');
      await learner.workshop('restore');
      expect(read('greeting.txt')).toBe('first');
      const backups = readdirSync(join(learner.folder, '.workshop/saved'));
      expect(backups).toHaveLength(2);
      expect((await learner.workshop('restore', '--list')).stdout).toContain(backups[1]);
      await learner.workshop('restore', backups[1] ?? '');
      expect(read('greeting.txt')).toBe('second');
    });

    it('beside the lesson, over many layouts', async () => {
      await learner.workshop('start');
      const notes = ['notes.md', '.vscode/settings.json', '.github/mine.yml'];
      for (const name of notes) {
        mkdirSync(join(learner.playground, name, '..'), { recursive: true });
        writeFileSync(join(learner.playground, name), `my ${name}`);
      }
      const text = (name: string) => {
        const file = join(learner.playground, name);
        return existsSync(file) ? readFileSync(file, 'utf8') : 'gone';
      };
      for (const command of [['reset'], ['start', '2'], ['reset'], ['reset']]) {
        const { stdout } = await learner.workshop(...command);
        if (notes.every((name) => text(name) !== 'gone')) continue;
        // A removed file has to be reported, and to be in the newest backup.
        expect(stdout).toContain('backed up');
        await learner.workshop('restore');
      }
      for (const name of notes) expect(text(name)).toBe(`my ${name}`);
    });

    it('and backs up nothing without changes', async () => {
      await learner.workshop('start');
      expect((await learner.workshop('reset')).stdout).not.toContain('backed up');
      expect((await learner.workshop('restore')).stderr).toContain('There are no backups yet');
    });
  });

  it('continues where the learner left off', async () => {
    await learner.workshop('start');
    write('greeting.txt', 'hello');
    await learner.workshop('check');
    const again = await learner.workshop('start');
    expect(again.stdout).toContain('You continue where you left off');
    expect(again.stdout).toContain('✔ The greeter says hello');
    expect(read('greeting.txt')).toBe('hello');

    rmSync(learner.playground, { recursive: true });
    expect((await learner.workshop('check')).stderr).toContain('npx workshop start');
    expect((await learner.workshop('start')).stdout).toContain('The playground is laid out');
    expect(read('greeting.txt')).toBe('TODO');
  });

  it.each([
    [['check'], 'No lesson was started yet'],
    [['hint'], 'npx workshop start'],
    [['next'], 'No lesson was started yet'],
    [['start', '99'], 'There is no lesson "99": the course has lessons 1 to 2.'],
    [['start', '../x'], 'There is no lesson "../x"'],
    [['chekc'], "unknown command 'chekc'"],
    [['open', '--port', 'http'], 'from 0 to 65535'],
  ])('explains the problem with %j', async (args, message) => {
    const { code, stderr } = await learner.workshop(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('\n    at ');
  });

  it('reports a damaged progress file, keeps it, and works afterwards', async () => {
    await learner.workshop('start');
    write('greeting.txt', 'mine');
    writeFileSync(join(learner.folder, '.workshop/progress.json'), '{"format":');
    const { code, stderr } = await learner.workshop('check');
    expect(code).toBe(1);
    expect(stderr).toContain('npx workshop start N');
    expect(readdirSync(join(learner.folder, '.workshop')).join()).toContain('progress.unreadable-');
    expect((await learner.workshop('start', '1')).stdout).toContain('backed up');
    await learner.workshop('restore');
    expect(read('greeting.txt')).toBe('mine');
  });

  it('describes what a lesson prepares', async () => {
    const prepare = "prepare: { what: 'the shop is opened', command: 'touch dist-is-open' },";
    await using course = await writeCourse({
      'course/01-greet/lesson.ts': ['minutes: 1,', `minutes: 1, ${prepare}`],
    });
    const visitor = new Learner(course.folder);
    const { code, stdout } = await visitor.workshop('start');
    await visitor.leave();
    expect(code).toBe(0);
    expect(stdout).toContain('Preparing lesson 1: the shop is opened …\n');
    expect(stdout).not.toContain('touch');
  });

  it.each([['start'], ['open', '--port', '0']])(
    'changes nothing in a folder with other files: %s',
    async (...command) => {
      const foreign = join(learner.folder, 'foreign');
      const folder = join(foreign, 'project');
      mkdirSync(join(folder, '.git'), { recursive: true });
      writeFileSync(join(folder, '.git/config'), '[core]\n');
      writeFileSync(join(folder, 'mine.txt'), 'mine');
      const { code, stderr } = await learner.workshop('--playground', folder, ...command);
      expect(code).toBe(1);
      expect(stderr).toContain(`${folder} contains files that are not the workshop's`);
      expect(readdirSync(foreign)).toEqual(['project']);
      expect(readdirSync(folder)).toEqual(['.git', 'mine.txt']);
      const file = await learner.workshop('--playground', join(folder, 'mine.txt'), ...command);
      expect(file.stderr).toContain('is not a folder');
      expect(readdirSync(folder)).toEqual(['.git', 'mine.txt']);
    },
  );

  it('accepts an empty folder as playground', async () => {
    mkdirSync(learner.playground);
    expect((await learner.workshop('start')).code).toBe(0);
  });

  it('names a course that does not exist', async () => {
    const elsewhere = new Learner('/nowhere');
    const { code, stderr } = await elsewhere.workshop('list');
    await elsewhere.leave();
    expect(code).toBe(1);
    expect(stderr).toContain('/nowhere');
  });
});
