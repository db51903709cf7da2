/** JSON as it was written: numbers are kept as `{ "number": "1.0" }`, so that `1` and `1.0` stay two things. */
export type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What one broker did in one step: the parts of an answer, or of what a command left behind. */
export type Observation = Readonly<Record<string, Json>>;
