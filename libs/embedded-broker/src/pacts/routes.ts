import type { Database } from '../database/index.ts';
import {
  conflict,
  FixedReplyError,
  jsonText,
  mediaTypes,
  notFoundByName,
  NotFoundError,
  ok,
  plainTextConflict,
  resource,
  syntaxError,
  unparsableBody,
  ValidationError,
  type Call,
  type Reply,
  type Resource,
  type Routing,
} from '../http/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { findVersionById } from '../versions/index.ts';
import { deletionRepresentation } from './list-representation.ts';
import {
  latestUntaggedPublication,
  previousDistinctPublication,
  tagsOfLatestPublication,
} from './list-store.ts';
import { isObject, kindOf, parseTree, valueAt, type JsonTree } from './json-tree.ts';
import { consumerVersionIds, decodeMetadata, encodeMetadata, type PactMetadata } from './metadata.ts';
import { publishContracts, type PublicationConflict } from './publish.ts';
import { extendedPactText } from './extended-representation.ts';
import {
  latestPactsRepresentation,
  pactText,
  providerPactsRepresentation,
  type PactContext,
} from './representation.ts';
import {
  contentText,
  findPublication,
  findPublicationOfContent,
  latestPublication,
  latestPublicationOfBranch,
  latestPublications,
  latestPublicationsForProvider,
  latestPublicationWithTag,
  type IntegrationNames,
  type Publication,
} from './store.ts';
import { deletePublication } from './write-store.ts';

const integration = '/pacts/provider/:provider/consumer/:consumer';
const produces = [mediaTypes.hal, mediaTypes.json, mediaTypes.extended];

/** Reading pacts, and writing one by its URL. Source: docs/official-broker/pacts.md#routes. */
export function pactRoutes(routing: Routing): void {
  const { database } = routing;
  const show = (publication: Publication, call: Call, context: PactContext = {}): string => {
    const content = contentText(database, publication.pactVersionId);
    if (call.accepted !== mediaTypes.extended) return pactText(publication, content, context, call.urls);
    const tags = tagsOfLatestPublication(database, publication);
    return extendedPactText(publication, content, tags, context, call.urls);
  };
  const latest = (publication: Publication | undefined, call: Call, selector: { tag?: string }): Reply => {
    if (!publication) throw new NotFoundError();
    const { consumerVersionId, consumerVersionNumber } = publication;
    const metadata: PactMetadata = selector.tag
      ? { selectors: [{ tag: selector.tag, latest: true, consumerVersionId }] }
      : { selectors: [], consumerVersionId };
    return {
      ...ok(show(publication, call, { metadata: encodeMetadata(metadata) })),
      headers: { 'X-Pact-Consumer-Version': consumerVersionNumber },
    };
  };

  const publicationResource: Resource = {
    produces,
    get: (call) => ok(show(required(database, call), call)),
    put: {
      consumes: [mediaTypes.json],
      readsBytes: true,
      handle: (call) => write(routing, call, show, { merge: false }),
    },
    patch: {
      consumes: [mediaTypes.json],
      readsBytes: true,
      handle: (call) => write(routing, call, show, { merge: true }),
    },
    delete(call) {
      const publication = required(database, call);
      deletePublication(database, publication);
      const next = latestPublication(database, namesOf(call));
      return ok(deletionRepresentation(next, call.urls));
    },
  };
  // The last two are what very old clients ask for. Source: docs/official-broker/pacts.md#routes.
  for (const path of [
    `${integration}/version/:version`,
    `${integration}/versions/:version`,
    '/pact/provider/:provider/consumer/:consumer/version/:version',
  ])
    resource(routing, path, publicationResource);

  resource(routing, `${integration}/version/:version/previous-distinct`, {
    produces,
    get(call) {
      const previous = previousDistinctPublication(database, required(database, call));
      if (!previous) throw new NotFoundError();
      return ok(show(previous, call));
    },
  });

  const byContent = (call: Call): Reply => {
    const { sha = '', metadata } = call.params;
    const ids = consumerVersionIds(decodeMetadata(metadata));
    const publication =
      (ids[0] !== undefined && findPublicationOfContent(database, namesOf(call), sha, ids[0])) ||
      findPublicationOfContent(database, namesOf(call), sha);
    if (!publication) throw new NotFoundError();
    const consumerVersions =
      ids.length === 0 ? undefined : ids.flatMap((id) => findVersionById(database, id)?.number ?? []);
    return ok(show(publication, call, metadata === undefined ? {} : { metadata, consumerVersions }));
  };
  resource(routing, `${integration}/pact-version/:sha`, { produces, get: byContent });
  resource(routing, `${integration}/pact-version/:sha/metadata/:metadata`, { produces, get: byContent });

  for (const path of [`${integration}/latest`, '/pact/provider/:provider/consumer/:consumer/latest'])
    resource(routing, path, {
      produces,
      get: (call) => latest(latestPublication(database, namesOf(call)), call, {}),
    });
  resource(routing, `${integration}/latest-untagged`, {
    produces,
    get(call) {
      const { consumer, provider } = namesOf(call);
      const consumerId = findPacticipant(database, consumer)?.id;
      const providerId = findPacticipant(database, provider)?.id;
      if (consumerId === undefined || providerId === undefined) throw new NotFoundError();
      return latest(latestUntaggedPublication(database, { consumerId, providerId }), call, {});
    },
  });
  resource(routing, `${integration}/latest/:tag`, {
    produces,
    get(call) {
      const { tag = '' } = call.params;
      return latest(latestPublicationWithTag(database, namesOf(call), tag), call, { tag });
    },
  });
  resource(routing, `${integration}/branch/:branch/latest`, {
    produces,
    get: (call) =>
      latest(latestPublicationOfBranch(database, namesOf(call), call.params['branch'] ?? ''), call, {}),
  });

  resource(routing, '/pacts/latest', {
    get: ({ urls }) => ok(latestPactsRepresentation(latestPublications(database), urls)),
  });
  const forProvider = (call: Call, tag?: string): Reply => {
    const name = call.params['provider'] ?? '';
    const provider = findPacticipant(database, name);
    if (!provider) throw notFoundByName('provider', name);
    const title = `Latest pact versions for the provider ${name}${tag === undefined ? '' : ` with consumer version tag '${tag}'`}`;
    const publications = latestPublicationsForProvider(database, provider.id, tag);
    return ok(providerPactsRepresentation(name, publications, { href: call.url, title }, call.urls));
  };
  resource(routing, '/pacts/provider/:provider/latest', { get: (call) => forProvider(call) });
  resource(routing, '/pacts/provider/:provider/latest/:tag', {
    get: (call) => forProvider(call, call.params['tag']),
  });
}

/** PUT and PATCH of a pact: the same publication as through `/contracts/publish`, with this resource's own errors. */
function write(
  { database, settings }: Routing,
  call: Call,
  show: (publication: Publication, call: Call) => string,
  { merge }: { readonly merge: boolean },
): Reply {
  const { consumer, provider } = namesOf(call);
  const number = call.params['version'] ?? '';
  if (number.trim() === '') throw new ValidationError({ consumer_version_number: ['cannot be blank'] });
  const document = documentOf(call);
  checkNames(document, { consumer, provider });
  const request = {
    pacticipantName: consumer,
    pacticipantVersionNumber: number,
    branch: undefined,
    tags: undefined,
    buildUrl: undefined,
    contracts: [{ consumerName: consumer, providerName: provider, document, merge }],
  };
  const existing = findPublication(database, { consumer, provider }, number);
  const result = publishContracts(database, request, { now: call.now, urls: call.urls, settings });
  if ('conflicts' in result) throw refusal(result.conflicts, merge);
  return { status: existing ? 200 : 201, body: show(required(database, call), call) };
}

function refusal([first]: readonly PublicationConflict[], merge: boolean): Error {
  if (first?.kind === 'similar name') return plainTextConflict(first.message);
  return merge ? new FixedReplyError({ status: 409 }) : conflict(first?.message ?? '');
}

function documentOf(call: Call): JsonTree {
  const text = jsonText(call.bytes);
  let document: JsonTree;
  try {
    document = parseTree(text);
  } catch (error) {
    throw syntaxError(error);
  }
  if (!isObject(document) && !Array.isArray(document)) {
    throw unparsableBody(`RuntimeError - Expected JSON Object in request body but found ${kindOf(document)}`);
  }
  return document;
}

function checkNames(document: JsonTree, names: IntegrationNames): void {
  const errors: Record<string, string[]> = {};
  for (const role of ['consumer', 'provider'] as const) {
    const name = valueAt(document, role, 'name') ?? null;
    if (name !== null && typeof name !== 'string') errors[`${role}.name_in_pact`] = ['must be a string'];
    else if (name !== null && name !== names[role]) {
      errors[`${role}.name`] = [`name in pact '${name}' does not match name in URL path '${names[role]}'.`];
    }
  }
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
}

function namesOf({ params }: Call): IntegrationNames {
  return { consumer: params['consumer'] ?? '', provider: params['provider'] ?? '' };
}

function required(database: Database, call: Call): Publication {
  const publication = findPublication(database, namesOf(call), call.params['version'] ?? '');
  if (!publication) throw new NotFoundError();
  return publication;
}
