import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout as after } from 'node:timers/promises';
import { StorageError } from '../storage-error.ts';
import { bound, type Parameter } from './parameters.ts';
import { storageFailure } from './storage-failure.ts';

/** How long a write waits for another process that writes to the same file, in milliseconds. */
export const busyTimeoutMs = 10_000;
/** How often it looks whether it may go on. */
const lookAgainMs = 20;

/**
 * One SQLite connection with its prepared statements. All calls are synchronous, so within one process
 * a transaction is never interleaved with another request. Where the file is at fault, they throw a StorageError.
 */
export class Database {
  private readonly connection: DatabaseSync;
  private readonly path: string;
  private readonly statements = new Map<string, StatementSync>();
  private inTransaction = false;
  private patienceMs = busyTimeoutMs;
  private changedRows = 0;

  /** @param path of the file, for errors */
  constructor(connection: DatabaseSync, path: string) {
    this.connection = connection;
    this.path = path;
  }

  /** All rows of a query. The SQL text must be constant: it is the key of the prepared statement. */
  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    return this.named(() => this.prepare(sql).all(...bound(sql, parameters)) as Row[]);
  }

  /** The first row of a query, or undefined. */
  get<Row>(sql: string, ...parameters: Parameter[]): Row | undefined {
    return this.named(() => this.prepare(sql).get(...bound(sql, parameters)) as Row | undefined);
  }

  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, ...parameters: Parameter[]): number {
    const changes = Number(this.named(() => this.prepare(sql).run(...bound(sql, parameters))).changes);
    this.changedRows += changes;
    return changes;
  }

  /** Inserts a row; returns its id. */
  insert(sql: string, ...parameters: Parameter[]): number {
    this.changedRows++;
    return Number(this.named(() => this.prepare(sql).run(...bound(sql, parameters))).lastInsertRowid);
  }

  /** How many rows were written since the database was opened, also by what was rolled back: whether anything was. */
  get written(): number {
    return this.changedRows;
  }

  /** Runs statements that take no parameters, e.g. a migration. */
  execute(sql: string): void {
    this.named(() => this.connection.exec(sql));
  }

  /** Runs `work` as one transaction: all of it is stored, or, when it throws, none. A nested call joins the outer one. */
  transaction<T>(work: () => T): T {
    if (this.inTransaction) return work();
    this.begin();
    return this.finish(work);
  }

  /**
   * The same, for those who must not stand still: while another process writes, it waits outside of the event loop.
   * `work` runs once, when the transaction has begun.
   * @throws StorageError when the other one does not come to an end
   */
  async write<T>(work: () => T): Promise<T> {
    const started = performance.now();
    while (!this.begins(started)) await after(lookAgainMs);
    return this.finish(work);
  }

  /** From now on nothing but {@link write} waits for another process, so that the event loop never does. */
  neverBlock(patienceMs = busyTimeoutMs): void {
    this.patienceMs = patienceMs;
    this.execute('PRAGMA busy_timeout = 0');
  }

  private begin(): void {
    this.execute('BEGIN IMMEDIATE');
    this.inTransaction = true;
  }

  /** Begins a transaction; false where that is worth another attempt. */
  private begins(started: number): boolean {
    try {
      this.begin();
      return true;
    } catch (error) {
      const isBusy = error instanceof StorageError && error.isBusy;
      if (!isBusy || performance.now() - started >= this.patienceMs) throw error;
      return false;
    }
  }

  private finish<T>(work: () => T): T {
    try {
      const result = work();
      this.execute('COMMIT');
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  /** Some failures, such as a full disk, end the transaction by themselves; then there is nothing to roll back. */
  private rollBack(): void {
    try {
      this.connection.exec('ROLLBACK');
    } catch {
      // The first error says what is wrong.
    }
  }

  /** Puts an error about the file into words. */
  private named<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storageFailure(error, this.path);
    }
  }

  close(): void {
    this.connection.close();
  }

  private prepare(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
