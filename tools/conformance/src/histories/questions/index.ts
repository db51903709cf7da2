import * as fc from 'fast-check';
import { canIDeploy } from './can-i-deploy.ts';
import { forVerification } from './for-verification.ts';
import { aboutPacts } from './pacts.ts';
import type { Question } from './question.ts';
import { aboutResults, badges } from './results.ts';
import { aboutEnvironments, aboutVersions } from './versions.ts';

export type { Question } from './question.ts';

/** Every question that has few forms. */
export const plainQuestions: readonly Question[] = [
  ...aboutPacts,
  ...aboutVersions,
  ...aboutEnvironments,
  ...aboutResults,
  ...badges,
];

/** Questions with many forms. */
export const openQuestion: fc.Arbitrary<Question> = fc.oneof(canIDeploy, forVerification);

/** Any question. */
export const question: fc.Arbitrary<Question> = fc.oneof(
  { weight: 2, arbitrary: openQuestion },
  ...[aboutPacts, aboutVersions, aboutEnvironments, aboutResults, badges].map((questions) => ({
    weight: 1,
    arbitrary: fc.constantFrom(...questions),
  })),
);
