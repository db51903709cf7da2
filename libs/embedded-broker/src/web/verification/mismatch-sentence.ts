/** What a verifier's sentence says. Values are spelled as in the sentence, text in quotes. */
export interface MismatchSentence {
  /** A place in a body (`$.name`), or the name of a header or a parameter. */
  readonly place: string | undefined;
  /** How the value had to be to the expected one where that is not equality: `match`, `be the same type as`. */
  readonly relation: string | undefined;
  /** Undefined, like the actual value, where the sentence names none. */
  readonly expected: string | undefined;
  readonly actual: string | undefined;
}

/** What may stand before a sentence: where it is, or what kind of mismatch. */
const lead =
  /^(?:(?:type mismatch|mismatch with [^:]{1,200}|MIME part '[^']{0,200}'|[^\s:]{1,200}): |\w{1,50}Mismatch - )/i;

/** What may stand after one: which of the values of a header it is about, or how many there are. */
const trail = /(?: for value at index \d+| \(actual has \d+ value\(s\)\))$/;

const places = [
  /^(?<place>\$\S*): /,
  /(?:header|query parameter|metadata|metadata key) (['"])(?<place>[^'"]+)\1/i,
  /header (?<place>\S+) to have value/i,
];

/** The type of a value, or the size of a list: `(String)`, `(size 2)`. */
const type = String.raw`(?: \((?:\w+|size \d+)\))?`;

/** The sentences of Pact's verifiers and mock servers. Some begin with what was expected, and some with what came. */
const sentences = [
  /^actual map is missing the following keys: (?<expected>.+)$/is,
  /^expected body (?<expected>'.*') to match (?<actual>'.*') using equality but did not match$/is,
  /^expected body '.*' to (?<relation>match) (?<actual>'.*') using regex (?<expected>'.*') but did not match$/is,
  /^expected (?:\w+ )?(?:header|parameter|metadata) (?:'.{1,200}?'|".{1,200}?"|\S+) (?:to have value|with value|to equal) (?<expected>.+?),? but was (?<actual>.+)$/is,
  new RegExp(`^expected (?<actual>.+?)${type} to (?:be )?equal(?: to)? (?<expected>.+?)${type}$`, 'is'),
  new RegExp(
    `^expected (?<actual>.+?)${type} to (?<relation>be the same type as|be like|match|include|have (?:minimum|maximum) (?:size|length) of) (?<expected>.+?)${type}$`,
    'is',
  ),
  /^expected (?:status(?: code)? of |a body of |body type of |value (?='))?(?<expected>.+?)(?: at index \d+)?,? but (?:the actual content type )?(?:was|got|received) (?<actual>.+)$/is,
  new RegExp(`^expected (?<actual>.+?)${type} to (?:be )?(?<expected>.+)$`, 'is'),
];

/** A longer text is not a sentence, and a search in it could take long. */
const longestSentence = 5000;

/** Reads the sentence of a mismatch; a text that is none that verifiers write says nothing. */
export function readMismatchSentence(text: string): MismatchSentence {
  if (text.length > longestSentence)
    return { place: undefined, relation: undefined, expected: undefined, actual: undefined };
  const sentence = withoutLeads(text).replace(trail, '');
  const said = groupsOf(sentences, sentence);
  return {
    place: groupsOf(places, text)?.['place'],
    relation: said?.['relation'],
    expected: said?.['expected'],
    actual: said?.['actual'],
  };
}

function withoutLeads(text: string): string {
  const rest = text.replace(lead, '');
  return rest === text ? text : withoutLeads(rest);
}

function groupsOf(patterns: readonly RegExp[], text: string): Record<string, string> | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return groups;
  }
  return undefined;
}
