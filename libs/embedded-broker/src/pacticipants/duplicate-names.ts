/** Words that do not distinguish applications. */
const generic: ReadonlySet<string> = new Set(['api', 'provider', 'service']);

/**
 * What distinguishes a name: a new one may be a misspelling of an existing one that is equal to it once case, separators,
 * a plural `s` and generic words are left out.
 * Source: docs/official-broker/publishing.md#duplicate-names.
 */
export function significantWords(name: string): string {
  return name
    .replaceAll('::', '/')
    .replace(/([A-Z\d]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .split(/[\s_/-]+/)
    .map((word) => word.toLowerCase().replace(/s$/, ''))
    .filter((word) => word !== '' && !generic.has(word))
    .join(' ');
}

/** The refusal of a name that is probably a misspelling. */
export function similarNamesMessage(name: string, similar: readonly string[], brokerUrl: string): string {
  return `This is the first time a pact has been published for "${name}".
The name "${name}" is very similar to the following existing pacticipants:
${similar.map((other) => `* ${other}`).join('\n')}
If you meant to specify one of the above names, please correct the pact configuration, and re-publish the pact.
If the pact is intended to be for a new consumer or provider, please manually create "${name}" using the following command from the Pact Broker CLI, and then re-publish the pact:

pact-broker create-or-update-pacticipant --name "${name}" --broker-base-url ${brokerUrl}

For information on the Pact Broker CLI see https://docs.pact.io/go/pbc-cli
To disable this check, set \`check_for_potential_duplicate_pacticipant_names\` to false in the configuration.
`;
}
