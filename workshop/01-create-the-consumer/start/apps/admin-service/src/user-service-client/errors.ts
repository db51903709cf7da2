/** Any failure of a call to the User Service. */
export abstract class UserServiceError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** The User Service knows no such user (404). */
export class UserNotFoundError extends UserServiceError {
  readonly id: number;
  constructor(id: number, options?: ErrorOptions) {
    super(`The User Service has no user with id ${id}.`, options);
    this.id = id;
  }
}

/** The User Service did not accept the token, or there was none (401, 403). */
export class UnauthorizedError extends UserServiceError {
  constructor(options?: ErrorOptions) {
    super('The User Service did not accept our credentials.', options);
  }
}

/** No answer in time, no connection, or the service says it is out of order (5xx). */
export class ServiceUnavailableError extends UserServiceError {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The User Service is unavailable: ${reason}.`, options);
  }
}

/** An answer this client has no use for: another status, or a body of another shape than agreed. */
export class UnexpectedResponseError extends UserServiceError {
  constructor(what: string, options?: ErrorOptions) {
    super(`The User Service answered something unexpected: ${what}.`, options);
  }
}
