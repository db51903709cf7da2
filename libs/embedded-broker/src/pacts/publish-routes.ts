import { mediaTypes, ok, resource, type Reply, type Routing, type Urls } from '../http/index.ts';
import { pacticipantLink } from '../pacticipants/index.ts';
import { versionLink } from '../versions/index.ts';
import { contractsInput, type ContractsToPublish } from './contracts-input.ts';
import { publishContracts, type PublicationConflict, type PublicationResult } from './publish.ts';

/**
 * `POST /contracts/publish`: a consumer version with all its contracts in one request.
 * Source: docs/official-broker/publishing.md#request.
 */
export function publishRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/contracts/publish', {
    post: {
      consumes: [mediaTypes.json],
      handle({ json, urls, now }) {
        const request = contractsInput(json);
        const result = publishContracts(database, request, { now, urls, settings: routing.settings });
        if ('conflicts' in result) return refusal(result.conflicts);
        return ok(confirmation(request, result, urls));
      },
    },
  });
}

function confirmation(
  request: ContractsToPublish,
  { version, notices, publications }: PublicationResult,
  urls: Urls,
): object {
  const { pacticipantName: name, pacticipantVersionNumber: number } = request;
  return {
    logs: notices.map(({ type, text }) => ({
      level: type,
      message: text,
      deprecationWarning: 'Replaced by notices',
    })),
    notices,
    _embedded: {
      pacticipant: { name, _links: { self: { href: urls.pacticipant(name) } } },
      version: { number, _links: { self: versionLink(version, urls) } },
    },
    _links: {
      'pb:pacticipant': pacticipantLink(name, urls),
      'pb:pacticipant-version': versionLink(version, urls, 'Pacticipant version'),
      'pb:pacticipant-version-tags': (request.tags ?? []).map((tag) => ({
        title: 'Tag',
        name: tag,
        href: urls.tag(name, number, tag),
      })),
      'pb:contracts': publications.map(({ providerName }) => ({
        title: 'Pact',
        name: `Pact between ${name} (${number}) and ${providerName}`,
        href: urls.pact(name, providerName, number),
      })),
    },
  };
}

function refusal(conflicts: readonly PublicationConflict[]): Reply {
  return {
    status: 409,
    contentType: mediaTypes.json,
    body: {
      notices: conflicts.flatMap(({ message, diff }) => [
        { type: 'error', text: message },
        ...(diff === undefined ? [] : [{ type: 'info', text: diff }]),
      ]),
      errors: { contracts: conflicts.map(({ message }) => message) },
    },
  };
}
