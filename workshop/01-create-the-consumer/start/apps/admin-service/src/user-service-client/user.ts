/** What this consumer needs of a user. */
export interface User {
  readonly id: number;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly type: 'admin' | 'user' | 'guest';
}
