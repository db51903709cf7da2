import { describe, expect, it, jest } from '@jest/globals';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pact } from '../../../test/pact-fixtures.ts';
import { VerificationFailedError, VerifierCrashedError, verifyProvider } from '../index.ts';

/** What the library is called with, as far as it matters here. */
interface Called {
  readonly providerStatesSetupUrl: string;
}
type Verifier = (setUp: (state: string) => Promise<number>) => Promise<unknown>;

let verifier: Verifier;
// The library's own verifier does as it is told. This one in its place does what each test wants.
jest.unstable_mockModule('@pact-foundation/pact-core', () => ({
  default: {
    default: {
      logLevel: () => undefined,
      verifyPacts: async ({ providerStatesSetupUrl }: Called) =>
        verifier(async (state) => {
          const body = JSON.stringify({ state, action: 'setup', params: {} });
          return (await fetch(providerStatesSetupUrl, { method: 'POST', body })).status;
        }),
    },
  },
}));

const message = (name: string) => ({
  type: 'Asynchronous/Messages',
  description: name,
  providerStates: [{ name: `with ${name}` }],
  contents: { content: {}, contentType: 'application/json', encoded: false },
});
const ok = (...names: string[]) => names.map((description) => ({ description, result: 'OK' }));
const passed = { result: true, interactionResults: ok('a', 'b'), errors: [], output: [] };

/** Verifies a contract of two messages, `a` and `b`, each in a state of its own, with a verifier that does this. */
async function verifyWith(work: Verifier) {
  await using directory = await temporaryDirectory();
  verifier = work;
  const contract = { ...pact([]), interactions: [message('a'), message('b')] };
  const states: string[] = [];
  const result = await verifyProvider({
    provider: 'Provider',
    files: [await directory.write('pact.json', contract)],
    stateHandlers: { 'with a': () => void states.push('a'), 'with b': () => void states.push('b') },
    messageProviders: { a: () => ({}), b: () => ({}) },
  });
  return { result, states };
}

/** Sets these states up, and then says that all passed, save for what is given. */
const saying =
  (more: object, states: readonly string[] = ['with a', 'with b']): Verifier =>
  async (setUp) => {
    for (const state of states) await setUp(state);
    return JSON.stringify({ ...passed, ...more });
  };

describe('A verifier’s success', () => {
  it('is accepted if it requested all states in their order', async () => {
    const { result, states } = await verifyWith(saying({}));
    expect(result).toMatchObject({
      success: true,
      interactions: [{ status: 'passed' }, { status: 'passed' }],
    });
    expect(states).toEqual(['a', 'b']);
  });

  it.each<[string, Verifier, RegExp]>([
    ['never asked for a state', saying({}, []), /never asked for some provider states/],
    ['asked for the first state only', saying({}, ['with a']), /never asked for some provider states/],
    ['asked for them in another order', saying({}, ['with b', 'with a']), /setup of "with b", which was not/],
    [
      'asked for one too many',
      saying({}, ['with a', 'with b', 'with c']),
      /setup of "with c", which was not/,
    ],
    [
      'asked for several wrong ones',
      saying({}, ['x', 'y', 'with a', 'with b']),
      /setup of "x", which was not/,
    ],
    ['left one out', saying({ interactionResults: ok('a') }), /it verified 1 of 2 interactions/],
    ['verified none', saying({ interactionResults: [] }), /it verified 0 of 2 interactions/],
    ['verified one too many', saying({ interactionResults: ok('a', 'b', 'c') }), /it verified 3 of 2/],
    ['exchanged two interactions', saying({ interactionResults: ok('b', 'a') }), /it verified 2 of 2/],
    ['verified one twice', saying({ interactionResults: ok('a', 'a') }), /it verified 2 of 2/],
    ['has no results', saying({ interactionResults: undefined }), /gave up without a result/],
    ['has results that are not a list', saying({ interactionResults: {} }), /gave up without a result/],
    ['has no verdict', saying({ result: undefined }), /gave up without a result/],
    ['has a text as its verdict', saying({ result: 'true' }), /gave up without a result/],
    [
      'threw at the end',
      async (setUp) => {
        await saying({})(setUp);
        throw new Error('the plugin crashed');
      },
      /gave up without a result \(the plugin crashed\)/,
    ],
    [
      'gave null back',
      async (setUp) => ((await saying({})(setUp)) ? 'null' : ''),
      /gave up without a result/,
    ],
  ])('is not a result if it %s', async (_, work, reason) => {
    const verifying = verifyWith(work);
    await expect(verifying).rejects.toThrow(VerifierCrashedError);
    await expect(verifying).rejects.toThrow(reason);
  });

  it('is not a result with fewer interactions, whose reason has no colours', async () => {
    const errors = [{ mismatch: { message: '\u001b[31mno such key\u001b[0m' } }, {}];
    const verifying = verifyWith(saying({ interactionResults: [], errors }));
    await expect(verifying).rejects.toThrow('it verified 0 of 2 interactions: no such key');
  });

  it('is not accepted if the whole verification failed', async () => {
    await expect(verifyWith(saying({ result: false }))).rejects.toThrow(VerificationFailedError);
  });
});
