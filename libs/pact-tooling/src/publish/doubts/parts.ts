/** A body of an HTTP interaction, or the contents of a message. */
export interface Part {
  /** Description of the interaction. */
  readonly description: string;
  /** Its value in the pact: in specification 4 an object with `content`. */
  readonly body: unknown;
  /** Paths in the body with matching rules, from `$`. */
  readonly rulePaths: readonly string[];
}

/**
 * The bodies and contents of a pact of any specification.
 * @param pact parsed JSON; parts of an unexpected shape are ignored
 * @see https://github.com/pact-foundation/pact-specification
 */
export function partsOf(pact: unknown): Part[] {
  const { interactions, messages } = fieldsOf(pact);
  return [interactions, messages].flat().flatMap((one) => {
    const { description, request, response } = fieldsOf(one);
    // A message of specification 3 or 4 has contents itself; one with answers has a list of responses.
    return [one, request, response].flat().flatMap((holder) => {
      const { body, contents = body, matchingRules } = fieldsOf(holder);
      if (contents === undefined || contents === null) return [];
      return [{ description: String(description), body: contents, rulePaths: rulePathsOf(matchingRules) }];
    });
  });
}

/** The text of a body; undefined if it is not a text, or is encoded. */
export function textOf({ body }: Part): string | undefined {
  const { content = body, encoded } = fieldsOf(body);
  return typeof content === 'string' && !encoded ? content : undefined;
}

/** Specification 2 has all rules in one list, with paths from `$.body`; later ones have a list for the body. */
function rulePathsOf(matchingRules: unknown): string[] {
  const ofBody = Object.keys(fieldsOf(fieldsOf(matchingRules)['body']));
  const early = Object.keys(fieldsOf(matchingRules)).filter((path) => /^\$\.body(?![^.[])/.test(path));
  return [...ofBody, ...early.map((path) => path.replace('$.body', '$'))];
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}
