import { large, largePact, largeTestResults } from './contents.ts';
import type { Place } from './row.ts';
import type { Asked, Sender } from './send.ts';

/** The address of the large pacts. */
export const largePacts = `/pacts/provider/${large.provider}/consumer/${large.consumer}`;
/** Marks of the first and the second large pact, which are the versions `1` and `2`. */
const marks = ['first', 'second'] as const;

/** `POST /contracts/publish` of a large consumer's version. */
export const publish = (version: string, content: string, status = 200): Asked => ({
  method: 'POST',
  path: '/contracts/publish',
  status,
  body: json({
    pacticipantName: large.consumer,
    pacticipantVersionNumber: version,
    branch: 'main',
    contracts: [
      {
        consumerName: large.consumer,
        providerName: large.provider,
        contentType: 'application/json',
        specification: 'pact',
        content: Buffer.from(content).toString('base64'),
      },
    ],
  }),
});

/** `PUT` of a large pact. */
export const put = (version: string, content: string): Asked => ({
  method: 'PUT',
  path: `${largePacts}/version/${version}`,
  status: 201,
  body: Buffer.from(content),
});

/** A result of the large provider. */
export const publishResult = (path: string, version: string, result: object): Asked => ({
  method: 'POST',
  path,
  status: 201,
  body: json({ ...result, providerApplicationVersion: version }),
});

/** Publishes two pacts of 5 MB that differ in 30 interactions, a usual result of the first, and one of 5 MB of the second. */
export async function publishLargePacts(
  send: Sender['send'],
): Promise<Pick<Place, 'resultsPath' | 'largeResult'>> {
  for (const [index, mark] of marks.entries()) await send(publish(String(index + 1), largePact(mark)));
  const [first, second] = [await publishedPact(send, '1'), await publishedPact(send, '2')];
  const testResults = first.interactionIds.map((interactionId) => ({ interactionId, success: true }));
  await send(publishResult(first.resultsPath, '1', { success: true, testResults }));
  const largeResult = { success: false, testResults: largeTestResults(second.interactionIds) };
  await send(publishResult(second.resultsPath, '2', largeResult));
  return { resultsPath: second.resultsPath, largeResult };
}

async function publishedPact(send: Sender['send'], version: string) {
  const { body } = await send({ method: 'GET', path: `${largePacts}/version/${version}` });
  const pact = JSON.parse(body.toString()) as {
    readonly interactions: readonly { readonly _id: string }[];
    readonly _links: Readonly<Record<string, { readonly href: string }>>;
  };
  return {
    interactionIds: pact.interactions.map(({ _id }) => _id),
    resultsPath: new URL(pact._links['pb:publish-verification-results']?.href ?? '').pathname,
  };
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}
