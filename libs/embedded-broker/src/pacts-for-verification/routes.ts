import { findEnvironmentByName } from '../environments/index.ts';
import {
  mediaTypes,
  notFoundByName,
  ok,
  resource,
  type Call,
  type Reply,
  type Routing,
} from '../http/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { findPactsToVerify } from './find.ts';
import { pactsForVerificationInput, type PactsForVerificationRequest } from './input.ts';
import type { VerificationNotice } from './notices.ts';
import { pactsForVerificationQuery } from './query.ts';
import { pactsForVerificationRepresentation } from './representation.ts';

const betaNotice: VerificationNotice = {
  when: 'before_verification',
  text: 'WARNING - this version of the Pact library uses a beta version of the API which will be removed in the future. Please upgrade your Pact library. See https://docs.pact.io/pact_broker/advanced_topics/provider_verification_results/#pacts-for-verification for minimum required versions.',
};

/**
 * The pacts a provider is to verify. POST only reads: the selectors need a body.
 * Source: docs/official-broker/pacts-for-verification.md#request.
 */
export function pactsForVerificationRoutes(routing: Routing): void {
  const { database } = routing;
  const answer = (
    call: Call,
    read: () => PactsForVerificationRequest,
    notices: readonly VerificationNotice[],
  ): Reply => {
    const name = call.params['provider'] ?? '';
    const provider = findPacticipant(database, name);
    if (!provider) throw notFoundByName('provider', name);
    const request = read();
    const verified = { name, branch: request.providerVersionBranch, tags: request.providerVersionTags };
    return ok(
      pactsForVerificationRepresentation(
        findPactsToVerify(database, provider.id, request),
        verified,
        notices,
        call.urls,
      ),
    );
  };
  resource(routing, '/pacts/provider/:provider/for-verification', {
    produces: [mediaTypes.hal, mediaTypes.json],
    get: (call) => answer(call, () => pactsForVerificationQuery(call.query), [betaNotice]),
    post: {
      consumes: [mediaTypes.json, mediaTypes.hal],
      isQuestion: true,
      handle: (call) =>
        answer(
          call,
          () =>
            pactsForVerificationInput(
              call.json,
              (name) => findEnvironmentByName(database, name) !== undefined,
            ),
          [],
        ),
    },
  });
}
