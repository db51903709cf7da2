/**
 * Where a broker writes its log, a record at a time. A logger of pino fits, and so does each object with these two
 * methods. The properties of a record may include `err`, the error that caused it.
 */
export interface Logger {
  /** Takes a record of normal operation, such as a request. */
  info(record: object, message: string): void;
  /** Takes a record of a failure. */
  error(record: object, message: string): void;
}
