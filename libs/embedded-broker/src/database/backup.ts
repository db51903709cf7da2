import { closeSync, existsSync, fdatasyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import * as sqlite from 'node:sqlite';
import { ExpectedError } from '../expected-error.ts';
import { createPrivateFile } from './private-file.ts';

/** Pages copied at a time; a broker that runs beside it answers in between. */
const pagesAtATime = 500;

/**
 * Copies a database while it is in use: all of the copy is of one moment. It is checked, and appears under its name
 * only when it is whole.
 * @param onProgress is called with the part that is copied, from 0 to 1
 * @throws ExpectedError when there is no such database, the file exists and `overwrite` is false, or the copy is damaged
 */
export async function backUp(
  db: string,
  file: string,
  { overwrite, onProgress }: { readonly overwrite: boolean; readonly onProgress?: (share: number) => void },
): Promise<void> {
  if (!existsSync(db)) throw new ExpectedError(`there is no database ${db}; name it with --db`);
  if (resolve(file) === resolve(db))
    throw new ExpectedError(`${file} is the database itself; choose another file`);
  if (existsSync(file) && !overwrite) throw alreadyThere(file);
  const unfinished = `${file}.${process.pid}.unfinished`;
  // Not read-only: the last connection that is closed tidies the log up, unless it may not write.
  const source = new sqlite.DatabaseSync(db);
  try {
    createPrivateFile(unfinished);
    await copyPages(source, unfinished, onProgress);
    check(unfinished);
    if (overwrite) renameSync(unfinished, file);
    else publish(unfinished, file);
  } finally {
    source.close();
    for (const rest of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`, `${unfinished}-journal`])
      rmSync(rest, { force: true });
  }
}

async function copyPages(
  source: sqlite.DatabaseSync,
  file: string,
  onProgress?: (share: number) => void,
): Promise<void> {
  // Node 22 has it from 22.16 on. Before, a statement copies everything at once.
  if (!('backup' in sqlite)) {
    source.prepare('VACUUM INTO ?').run(file);
    return;
  }
  // All steps see the state of this transaction. Without it each write of the broker would have the copy begin anew.
  source.exec('BEGIN');
  source.prepare('SELECT count(*) FROM sqlite_schema').get();
  const written = openSync(file, 'r+');
  try {
    await sqlite.backup(source, file, {
      rate: pagesAtATime,
      progress: ({ totalPages, remainingPages }) => {
        // Written to the disk piece by piece: all at the end, it would hold up the broker's own writes for as long.
        fdatasyncSync(written);
        onProgress?.(1 - remainingPages / totalPages);
      },
    });
  } finally {
    closeSync(written);
  }
}

/** Makes one file of the copy, without a log beside it, and looks whether it is whole. */
function check(file: string): void {
  const copy = new sqlite.DatabaseSync(file);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
    const { integrity_check: verdict } = copy.prepare('PRAGMA integrity_check').get() as {
      integrity_check: string;
    };
    const dangling = copy.prepare('PRAGMA foreign_key_check').all();
    if (verdict !== 'ok' || dangling.length > 0) throw new ExpectedError(`the copy is damaged: ${verdict}`);
    if (!copy.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'").get())
      throw new ExpectedError("it is not a broker's database");
  } finally {
    copy.close();
  }
}

/** Gives the copy its name, unless somebody has taken that meanwhile. */
function publish(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? alreadyThere(file) : error;
  }
}

const alreadyThere = (file: string): ExpectedError =>
  new ExpectedError(`${file} is there already; choose another name, or overwrite it with --force`);
