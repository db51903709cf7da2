import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as after } from 'node:timers/promises';
import { pactText } from '../growth/pact-text.ts';
import { keptByClean } from './history.ts';
import type { Done, Place, Row } from './row.ts';
import type { Asked } from './send.ts';

/** How long another process holds the write lock, in milliseconds. */
const lockedMs = 3_000;
/** How long a writer pauses between two writes, and how long it writes at most: a backup begins anew with each write. */
const writer = { pauseMs: 5, mostMs: 5_000 };

/** Of other processes that use the same file. */
export const processRows: readonly Row[] = [
  {
    name: 'write while 3 s are locked',
    prepare({ db, send }, round) {
      const write = smallPact(`locked-${round}`);
      return async () => {
        const other = new DatabaseSync(db);
        other.exec('BEGIN IMMEDIATE');
        const released = after(lockedMs).then(() => other.close());
        const [answer] = await Promise.all([send(write), released]);
        return answer;
      };
    },
  },
  {
    name: 'backup beside a writer',
    prepare(place, round) {
      const copy = join(place.directory, `${round}.copy`);
      return async () => {
        const done = await besideWriter(place, `backup-${round}`, ['backup', copy, '--db', place.db]);
        rmSync(copy);
        return done;
      };
    },
  },
  {
    name: 'clean beside a writer',
    prepare: (place, round) => () =>
      besideWriter(place, `clean-${round}`, ['clean', '--db', place.db, '--keep', keptByClean]),
  },
];

/** How long a command takes while a client goes on publishing small pacts. */
async function besideWriter({ command, send }: Place, name: string, args: readonly string[]): Promise<Done> {
  const start = performance.now();
  let ms: number | undefined;
  const ended = command(...args).finally(() => (ms = performance.now() - start));
  const writing = async () => {
    for (let count = 0; ms === undefined && performance.now() - start < writer.mostMs; count++) {
      await send(smallPact(`${name}-${count}`));
      await after(writer.pauseMs);
    }
  };
  await Promise.all([ended, writing()]);
  return { ms: ms ?? 0 };
}

function smallPact(version: string): Asked {
  return {
    method: 'PUT',
    path: `/pacts/provider/Prov/consumer/Con/version/${version}`,
    status: 201,
    body: Buffer.from(pactText(2)),
  };
}
