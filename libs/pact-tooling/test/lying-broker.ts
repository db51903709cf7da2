import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import type { TestServer } from '@pact-workshop/broker-client/test/http-server.ts';

interface Row {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly verificationResult: { readonly success: boolean } | null;
}

/**
 * A broker that says yes like the official one: if a consumer and a provider have a row with a result, it omits their
 * rows without one (seen on 2.122.0).
 */
export function lyingBroker(target: string): Promise<TestServer> {
  return forwardTo(target, {
    around: async (request, forward) => {
      const answer = await forward();
      const isToEnvironment = /^\/matrix\?.*[?&]environment=/.test(request.url ?? '');
      if (!isToEnvironment || !answer.ok) return answer;
      const body = (await answer.json()) as { matrix: Row[]; summary: object };
      const pairOf = ({ consumer, provider }: Row) => `${consumer.name}/${provider.name}`;
      const verified = new Set(
        body.matrix.filter(({ verificationResult }) => verificationResult).map(pairOf),
      );
      const matrix = body.matrix.filter(
        (row) => row.verificationResult !== null || !verified.has(pairOf(row)),
      );
      const failed = matrix.some(({ verificationResult }) => verificationResult?.success === false);
      const unknown = matrix.some(({ verificationResult }) => verificationResult === null);
      const deployable = failed ? false : unknown ? null : true;
      const told = { ...body, matrix, summary: { ...body.summary, deployable, unknown: 0 } };
      return new Response(JSON.stringify(told), { headers: { 'content-type': 'application/hal+json' } });
    },
  });
}
