import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { pact } from '../../test/pact-fixtures.ts';
import { asking, writePact } from '../../test/written-pacts.ts';
import { publishPacts } from '../publish/index.ts';
import { NoPactsError, VerificationOptionsError, verifyProvider, type InteractionFilter } from './index.ts';

const provider = 'Provider';
const stateHandlers = { 'a user': () => undefined, 'an order': () => undefined };

/** A contract whose body would lose digits if it were written anew. */
const contract = () =>
  writePact(async (written) => {
    for (const state of ['a user', 'an order', undefined]) {
      const interaction = written.addInteraction();
      await (state === undefined ? interaction : interaction.given(state))
        .uponReceiving(`what is there with ${state ?? 'nothing'}`)
        .withRequest('GET', '/')
        .willRespondWith(200)
        .executeTest(asking('/'));
    }
  });

async function verified(filter: InteractionFilter) {
  await using written = await contract();
  await using server = await startServer(answering(200, {}));
  const options = { provider, providerBaseUrl: server.url, files: written.files, stateHandlers, filter };
  return await verifyProvider(options);
}

describe('A filter', () => {
  it.each<[string, InteractionFilter, string[]]>([
    ['a description', { description: 'what is there with a user' }, ['a user']],
    ['a pattern in a description', { description: /with (a|an) / }, ['a user', 'an order']],
    ['a state', { state: 'an order' }, ['an order']],
    ['a pattern in a state', { state: /^an? /g }, ['a user', 'an order']],
    ['no state', { state: false }, ['nothing']],
    ['a description and a state', { description: /there/, state: /user/ }, ['a user']],
    ['a consumer', { consumer: ['Consumer', 'Other'] }, ['a user', 'an order', 'nothing']],
  ])('chooses by %s, and the result lists the others', async (_, filter, chosen) => {
    const { interactions, leftOut } = await verified(filter);
    const stateOf = ({ description }: { description: string }) => description.replace(/.* with /, '');
    expect(interactions.map(stateOf).sort()).toEqual(chosen);
    expect(leftOut.map(stateOf).sort()).toEqual(
      ['a user', 'an order', 'nothing'].filter((state) => !chosen.includes(state)),
    );
  });

  it('that chooses nothing is an error', async () => {
    const verifying = verified({ description: 'what is there' });
    await expect(verifying).rejects.toThrow(NoPactsError);
    await expect(verifying).rejects.toThrow('The filter excludes all 3 interactions.');
  });

  it('does not change the spelling of the chosen interactions', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"n":1.0}');
    });
    const document = JSON.stringify(pact([{ description: 'a', body: { n: 7 } }, { description: 'b' }]));
    const files = [await directory.write('pact.json', document.replace('"n":7', '"n":1.0'))];
    const options = { provider, providerBaseUrl: server.url, files, filter: { description: 'a' } };
    await expect(verifyProvider(options)).resolves.toMatchObject({ success: true });
  });

  it('does not allow publishing a part of a contract, only whole contracts of some consumers', async () => {
    await using broker = await startBroker();
    await using server = await startServer(answering(200, {}));
    await using directory = await temporaryDirectory();
    for (const consumer of ['One', 'Two']) {
      const file = await directory.write(`${consumer}.json`, pact([{ description: 'a' }], { consumer }));
      await publishPacts({ broker: broker.url, files: [file], version: '1', branch: 'main' });
    }
    const options = {
      provider,
      providerBaseUrl: server.url,
      broker: broker.url,
      providerVersion: '7',
      providerBranch: 'main',
      publishResults: true,
    };
    const part = verifyProvider({ ...options, filter: { description: 'a' } });
    await expect(part).rejects.toThrow(VerificationOptionsError);
    const { interactions, leftOut, published } = await verifyProvider({
      ...options,
      filter: { consumer: 'Two' },
    });
    expect(published).toBe(true);
    expect([interactions, leftOut]).toMatchObject([[{ consumer: 'Two' }], [{ consumer: 'One' }]]);
    const results = async (consumer: string) =>
      (
        await fetch(
          `${broker.url}/pacts/provider/Provider/consumer/${consumer}/latest/verification-results/latest`,
        )
      ).status;
    expect(await Promise.all(['One', 'Two'].map(results))).toEqual([404, 200]);
  });
});
