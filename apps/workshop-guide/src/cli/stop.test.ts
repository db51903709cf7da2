import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PreparedLearner } from '../../test/prepared-learner.ts';

describe('The end of the guide during the preparation of a lesson', () => {
  let learner: PreparedLearner;
  beforeEach(async () => {
    learner = await PreparedLearner.create();
  });
  afterEach(() => learner.leave());

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops the action of a button, which the page shows: %s',
    async (signal) => {
      const guide = learner.open('open', '--port', '0');
      const [url] = await guide.until(/http:\/\/127\.0\.0\.1:\d+/);
      await guide.until(/Watching/);
      const pressed = fetch(`${url}/lessons/02-ask/start`, { method: 'POST', headers: { origin: url } });
      const go = await learner.preparing();
      for (const path of ['/', '/lessons/01-greet', '/lessons/02-ask'])
        expect(await (await fetch(url + path)).text()).toContain('Preparing lesson 2…');
      // Whether the page's error or the end of its server comes first is open.
      const done = pressed.then(
        ({ ok }) => ok,
        () => false,
      );
      expect(await guide.end(signal)).toBe(0);
      expect(await done).toBe(false);
      expect(guide.stdout).toContain('Stopped.');
      await expect(go.write('go on')).rejects.toThrow('EPIPE');
      await go.close();
    },
  );

  it.each(['SIGINT', 'SIGHUP'] as const)(
    'stops the layout of a command, and prints the next step: %s',
    async (signal) => {
      const start = learner.open('start', '2');
      const go = await learner.preparing();
      expect(await start.end(signal)).toBe(130);
      expect(start.stderr).toMatch(/Stopped\.\nNext: "npx workshop start"/);
      await expect(go.write('go on')).rejects.toThrow('EPIPE');
      await go.close();
    },
  );
});
