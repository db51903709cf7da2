import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canDeploy, type Chosen, type Question } from '../../test/deployment-rules.ts';
import { branches, environments, history, people, tags, versions } from '../../test/histories.ts';
import { World } from '../../test/world.ts';
import { evaluateMatrix } from './evaluate.ts';

const latest = fc.constant(true as const);
const branch = fc.constantFrom(...branches);
const tag = fc.constantFrom(...tags);
const environment = fc.constantFrom(...environments);
const choices = [
  fc.record({ branch, latest }),
  fc.record({ tag, latest }),
  fc.record({ environment }),
  fc.record({ mainBranch: latest, latest }),
  fc.record({ latest }),
] as const;
const pacticipant = fc.constantFrom(...people);
const version = fc.constantFrom(...versions);
const subject: fc.Arbitrary<Chosen> = fc
  .tuple(
    pacticipant,
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ version }) },
      fc.oneof(...choices, fc.record({ branch }), fc.record({ tag })),
    ),
  )
  .map(([name, choice]) => ({ ...choice, pacticipant: name }));
const question: fc.Arbitrary<Question> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      subjects: fc.oneof(
        { weight: 3, arbitrary: fc.tuple(subject) },
        { weight: 1, arbitrary: fc.tuple(subject, subject) },
      ),
      target: fc.oneof({ weight: 2, arbitrary: fc.record({ environment }) }, fc.oneof(...choices)),
      ignore: fc.option(fc.record({ pacticipant, version: fc.option(version, { nil: undefined }) }), {
        nil: undefined,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      subjects: fc.tuple(subject, subject).filter(([one, other]) => one.pacticipant !== other.pacticipant),
      target: fc.constant(undefined),
      ignore: fc.constant(undefined),
    }),
  },
);
/** Of a failing case only the history is made smaller: the question that failed is shown as it is. */
const questions = fc.noShrink(fc.array(question, { minLength: 40, maxLength: 40 }));
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);

describe('Whatever happened before, the verdict', () => {
  it('is that of the rules: yes only where all that is needed was verified', () => {
    fc.assert(
      fc.property(history, questions, fc.constantFrom('cvp', 'cvpv', 'cp'), (events, askedFor, latestBy) => {
        using world = new World(events);
        for (const asked of askedFor) {
          const isKnown = asked.subjects.every(({ pacticipant: name }) =>
            world.facts.versions.some((one) => one.name === name),
          );
          if (!isKnown) continue;
          const expected = canDeploy(world.facts, asked);
          const ignore = asked.ignore ? [asked.ignore] : [];
          // Of what is in an environment none is left out, whichever rows a client wants.
          const isToEnvironment = asked.target !== undefined && 'environment' in asked.target;
          const { deployable, ...verdict } = evaluateMatrix(world.database, {
            ...{ selectors: asked.subjects, ignore, target: asked.target },
            ...{ latestBy: isToEnvironment ? latestBy : 'cvpv', success: undefined, limit: 1 },
          });
          const { success, failed, unknown, ignored = 0 } = verdict;
          expect({ asked, deployable, success, failed, unknown, ignored }).toEqual({ asked, ...expected });
        }
      }),
      { numRuns },
    );
  });
});
