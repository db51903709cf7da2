export const roles = ['consumer', 'provider'] as const;

export type Role = (typeof roles)[number];

/** The test runners that `init` writes for; `node` is `node:test`. */
export const runners = ['jest', 'vitest', 'node'] as const;

export type Runner = (typeof runners)[number];

export const pipelines = ['github', 'gitlab', 'none'] as const;

export type Pipeline = (typeof pipelines)[number];

/** What a user says, where `init` can't tell or tells wrongly. */
export interface InitOptions {
  readonly role?: Role;
  /** Of the service in contracts. */
  readonly name?: string;
  /** Of the other side. */
  readonly other?: string;
  readonly runner?: Runner;
  readonly pipeline?: Pipeline;
}
