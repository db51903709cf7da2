import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import { Learner } from '../../test/workshop-process.ts';

const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

describeUnless(
  hasTerminal ? undefined : 'there is no program "script" of util-linux, which makes a terminal',
)('Single keys in the terminal of "workshop watch"', () => {
  let learner: Learner;
  beforeEach(() => {
    learner = new Learner();
  });
  afterEach(() => learner.leave());

  it('show a hint and the differences, run the tasks, and quit', async () => {
    await learner.workshop('start');
    const watch = learner.openOnTerminal('watch');
    await watch.until(/Keys: h hint · d differences/);
    await watch.until(/Next:/);
    watch.process.stdin?.write('h');
    await watch.until(/Hint 1 of 3: Be friendly\./);
    watch.process.stdin?.write('d');
    await watch.until(/\+hello/);
    watch.process.stdin?.write('r');
    await watch.until(/✘ The greeter says hello/);
    watch.process.stdin?.write('n');
    await watch.until(/Lesson 1 is not done yet/);
    const closed = once(watch.process, 'close');
    watch.process.stdin?.write('q');
    await watch.until(/Your progress is saved/);
    expect((await closed)[0]).toBe(0);
  });

  it('leave Ctrl-C as it is', async () => {
    await learner.workshop('start');
    const watch = learner.openOnTerminal('watch');
    await watch.until(/Next:/);
    const closed = once(watch.process, 'close');
    watch.process.stdin?.write('\u0003');
    await watch.until(/Your progress is saved/);
    expect((await closed)[0]).toBe(0);
  });
});
