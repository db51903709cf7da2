import { tmpdir } from 'node:os';
import { expect, it } from '@jest/globals';
import { openCli, runCli } from '../../test/cli-process.ts';

const exec = ['exec', '--port', '0', '--db', ':memory:', '--'];

it('exec ends as its command ends, also one that is killed', async () => {
  for (const [script, ends] of [
    ['exit 7', 7],
    ['kill -KILL $$', 137],
    ['kill -TERM $$', 143],
  ] as const) {
    const { code } = await runCli([...exec, 'sh', '-c', script]);
    expect([script, code]).toEqual([script, ends]);
  }
});

it('exec says that there is no such command, as shells do', async () => {
  const { code, stderr } = await runCli([...exec, 'no-such-command']);
  expect([code, stderr]).toEqual([127, 'embedded-broker: there is no command "no-such-command"\n']);
});

it('exec says that a file is no command, as shells do', async () => {
  const { code, stderr } = await runCli([...exec, tmpdir()]);
  expect([code, stderr]).toEqual([
    126,
    `embedded-broker: can't run the command "${tmpdir()}": spawn ${tmpdir()} EACCES\n`,
  ]);
});

it.each([
  ['SIGTERM', 'passes it on to the command'],
  ['SIGHUP', 'passes it on to the command'],
  ['SIGUSR2', 'passes it on to the command'],
  ['SIGINT', 'leaves it to the command, which gets the signal from the terminal as well'],
  ['SIGQUIT', 'leaves it to the command, which gets the signal from the terminal as well'],
] as const)('exec waits for its command on %s, and %s', async (signal, does) => {
  const isPassedOn = does.startsWith('passes');
  const script = `
      const end = () => fetch(process.env.PACT_BROKER_BASE_URL + '/environments').then((r) => console.log('ended', r.status));
      process.once('${isPassedOn ? signal : 'SIGTERM'}', () => end().then(() => process.exit(3)));
      console.log('ready', process.pid, '.');
      setInterval(() => undefined, 1000);`;
  await using running = openCli([...exec, process.execPath, '-e', script]);
  const [, pid] = await running.until(/ready (\d+) \./);
  running.process.kill(signal);
  if (!isPassedOn) process.kill(Number(pid), 'SIGTERM');
  await running.until(/ended 200/);
  expect(await running.end()).toEqual([3, null]);
});
