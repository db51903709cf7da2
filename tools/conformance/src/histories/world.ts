/** What histories are about: few of everything, so that operations meet. */
export const people = ['Ada', 'Bob', 'Cleo'] as const;
export const versions = ['1', '2', '3'] as const;
/** In the order in which a broker lists them. */
export const environments = ['live', 'test'] as const;
export const branches = ['main', 'feat'] as const;
export const tags = ['main', 'ready'] as const;
export const instances = ['', 'blue'] as const;
/** Who is consumer of whom. */
export const integrations = [
  ['Ada', 'Bob'],
  ['Ada', 'Cleo'],
  ['Bob', 'Cleo'],
  ['Cleo', 'Ada'],
] as const;

export type Person = (typeof people)[number];
export type Environment = (typeof environments)[number];
export type Integration = (typeof integrations)[number];

/** The names of one history, so that one pair of brokers serves many: `names('Ada')` is `r12-Ada`. */
export type Names = (name: string) => string;

/** The path of an integration's pacts. */
export const pactsOf = (names: Names, [consumer, provider]: readonly [string, string]): string =>
  `/pacts/provider/${names(provider)}/consumer/${names(consumer)}`;
