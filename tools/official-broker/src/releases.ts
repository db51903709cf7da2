/** A release of the official broker, and what it keeps its data in. */
interface Release {
  readonly database: 'SQLite' | 'PostgreSQL';
  /** Whether its gem asks for a newer Ruby than it needs. */
  readonly lowerRequirements: boolean;
}

/** The releases that the project is held to. */
export const releases = {
  /** Answers are compared with this one, which also is right on SQLite. */
  '2.119.0': { database: 'SQLite', lowerRequirements: false },
  /** Verdicts are compared with this one. On SQLite it takes a version that is published again for another one. */
  '2.122.0': { database: 'PostgreSQL', lowerRequirements: true },
} as const satisfies Record<string, Release>;

export type Version = keyof typeof releases;
