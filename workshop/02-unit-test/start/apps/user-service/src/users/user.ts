/** A user as this provider knows it and serves it. */
export interface User {
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly type: 'admin' | 'user' | 'guest';
  readonly id: number;
}
