import { readFileSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Learner } from '../../test/workshop-process.ts';

describe('workshop watch', () => {
  let learner: Learner;
  beforeEach(() => {
    learner = new Learner();
  });
  afterEach(() => learner.leave());

  const write = (name: string, text: string) =>
    writeFileSync(join(learner.playground, 'apps/greeter', name), `${text}\n`);
  const runs = () => readFileSync(join(learner.playground, 'dist/runs.txt'), 'utf8').trim().split('\n');

  it('checks on every save, but only the affected tasks', async () => {
    await learner.workshop('start');
    const companion = learner.open('watch');
    await companion.until(/✘ The greeter says hello[^]*Next:/);
    write('greeting.txt', 'hello');
    await companion.until(
      /saved apps\/greeter\/greeting\.txt\n.*✔ The greeter says hello[^]*✘ The provider[^]*Next:/,
    );
    write('status.txt', '200');
    await companion.until(/✔ The provider is verified[^]*2 of 2 tasks done[^]*npx workshop next/);
    expect(runs()).toEqual(['greeting', 'greeting', 'status', 'status']);
    expect(await companion.end('SIGINT')).toBe(0);
    expect(companion.stdout).toContain('Your progress is saved');
  });

  it('stops a check when a newer save arrives', async () => {
    await learner.workshop('start');
    const companion = learner.open('watch');
    await companion.until(/Next:/);
    const waits = appears(join(learner.playground, 'dist'), 'waiting');
    write('greeting.txt', 'wait for ever');
    await waits;
    write('greeting.txt', 'hello');
    await companion.until(/✔ The greeter says hello/);
    expect(await companion.end('SIGTERM')).toBe(0);
  });

  it('follows a command in another terminal to the next lesson', async () => {
    await learner.workshop('start');
    const companion = learner.open('watch');
    await companion.until(/Next:/);
    await learner.workshop('solve');
    await companion.until(/2 of 2 tasks done/);
    await learner.workshop('next');
    await companion.until(
      /Lesson 2: Break it, and mend it[^]*✘ The contract is broken[^]*It is unchanged since the start of the lesson/,
    );
    // Files that the guide lays out do not count as saved by the learner.
    expect(companion.all).not.toContain('saved');
    await companion.end('SIGINT');
  });
});

/** Waits until a file exists. */
async function appears(folder: string, name: string): Promise<void> {
  for await (const { filename } of watch(folder)) if (filename === name) return;
}
