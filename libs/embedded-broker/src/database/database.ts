import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { bound, type Parameter } from './parameters.ts';
import { storageFailure } from './storage-failure.ts';
import { WriteQueue, type Outcome } from './write-queue.ts';

/** How long a write waits for another process that writes to the same file, in milliseconds. */
export const busyTimeoutMs = 10_000;

/**
 * One SQLite connection with its prepared statements. All calls are synchronous, so within one process
 * a transaction is never interleaved with another request. Where the file is at fault, they throw a StorageError.
 */
export class Database {
  private readonly connection: DatabaseSync;
  private readonly path: string;
  private readonly statements = new Map<string, StatementSync>();
  private inTransaction = false;
  private changedRows = 0;
  private readonly writes = new WriteQueue(
    {
      begin: () => this.begin(),
      part: (work) => this.part(work),
      commit: () => this.commit(),
      rollBack: () => this.rollBack(),
    },
    busyTimeoutMs,
  );

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
    try {
      const result = work();
      this.commit();
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /**
   * Runs statements that read, all of them on the same state of the file: SQLite locks it once, not for each of them,
   * which takes longer than most. What a promise does later is not part of it.
   */
  read<T>(work: () => T): T {
    if (this.inTransaction) return work();
    this.step('BEGIN');
    this.inTransaction = true;
    try {
      const result = work();
      this.step('COMMIT');
      this.inTransaction = false;
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /**
   * The same, for those who must not stand still: while another process writes, it waits outside of the event loop.
   * Those who wait together are stored by one commit. `work` runs once, when the transaction has begun.
   * @throws StorageError when the other one does not come to an end
   */
  write<T>(work: () => T): Promise<T> {
    return this.writes.add(work);
  }

  /**
   * From now on nothing but {@link write} waits for another process, so that the event loop never does. What undoes a
   * part of a transaction is kept in memory: each part would make and remove a file else.
   * @param options.turnMs how long writes run that share a commit
   */
  neverBlock({ patienceMs = busyTimeoutMs, turnMs = this.writes.turnMs } = {}): void {
    this.writes.patienceMs = patienceMs;
    this.writes.turnMs = turnMs;
    this.execute('PRAGMA busy_timeout = 0; PRAGMA temp_store = MEMORY');
  }

  private begin(): void {
    this.step('BEGIN IMMEDIATE');
    this.inTransaction = true;
  }

  private commit(): void {
    this.step('COMMIT');
    this.inTransaction = false;
  }

  /** Runs a statement that writes no row itself. */
  private step(sql: string): void {
    this.named(() => this.prepare(sql).run());
  }

  /** Some failures, such as a full disk, end the transaction by themselves; then there is nothing to roll back. */
  private rollBack(): void {
    this.inTransaction = false;
    try {
      this.connection.exec('ROLLBACK');
    } catch {
      // The first error says what is wrong.
    }
  }

  private part(work: () => unknown): Outcome {
    this.step('SAVEPOINT part');
    try {
      const value = work();
      this.step('RELEASE part');
      return { value };
    } catch (error) {
      try {
        this.connection.exec('ROLLBACK TO part; RELEASE part');
      } catch {
        throw error;
      }
      return { error };
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
