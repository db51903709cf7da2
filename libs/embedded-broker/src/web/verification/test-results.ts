import { mismatchOf, type Mismatch } from './mismatch.ts';

/** How a verifier found one interaction. */
export interface InteractionResult {
  /** The id that the broker gave the interaction; older verifiers name its description and state instead. */
  readonly interactionId: string | undefined;
  readonly description: string | undefined;
  readonly state: string | undefined;
  readonly success: boolean;
  readonly mismatches: readonly Mismatch[];
  /** What went wrong besides, e.g. that a provider state could not be set up. */
  readonly exceptions: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What verifiers publish as `testResults`, read leniently, since the broker takes anything: a list by interaction from
 * Pact's Rust core (and with it Pact JS, Go, Python, .NET, PHP) and pact-jvm, `{ tests: […] }` from the Ruby verifier.
 * @param json text as stored; null when none was published
 */
export function interactionResults(json: string | null): InteractionResult[] {
  const document: unknown = json === null ? null : JSON.parse(json);
  if (Array.isArray(document)) return document.filter(isFields).map(byInteraction);
  if (!isFields(document)) return [];
  const { tests } = document;
  return Array.isArray(tests) ? mergedByInteraction(tests.filter(isFields).map(byTest)) : [];
}

function byInteraction(fields: Fields): InteractionResult {
  const { interactionId, interactionDescription, success, mismatches, exceptions, exception } = fields;
  return {
    interactionId: text(interactionId),
    description: text(interactionDescription),
    state: undefined,
    success: success === true,
    mismatches: listOf(mismatches).map(mismatchOf),
    exceptions: [...listOf(exceptions), ...(isFields(exception) ? [exception] : [])].map(exceptionText),
  };
}

/** One expectation of the Ruby verifier; an interaction has several. */
function byTest(fields: Fields): InteractionResult {
  const { interactionDescription, interactionProviderState, testDescription, status, exception, mismatches } =
    fields;
  const success = status === 'passed';
  const details = listOf(mismatches).map(mismatchOf);
  const thrown = isFields(exception) ? [exceptionText(exception)] : [];
  const unexplained = !success && details.length + thrown.length === 0;
  return {
    interactionId: undefined,
    description: text(interactionDescription),
    state: text(interactionProviderState),
    success,
    mismatches: details,
    exceptions: unexplained ? [text(testDescription) ?? 'failed'] : thrown,
  };
}

function mergedByInteraction(tests: readonly InteractionResult[]): InteractionResult[] {
  const groups = Map.groupBy(tests, ({ description, state }) => JSON.stringify([description, state]));
  return [...groups.values()].map((group) => ({
    ...(group[0] as InteractionResult),
    success: group.every(({ success }) => success),
    mismatches: group.flatMap(({ mismatches }) => mismatches),
    exceptions: [...new Set(group.flatMap(({ exceptions }) => exceptions))],
  }));
}

function exceptionText(exception: unknown): string {
  if (!isFields(exception)) return text(exception) ?? JSON.stringify(exception);
  const kind = text(exception['exceptionClass']) ?? text(exception['class']);
  const message = text(exception['message']) ?? 'without a message';
  return kind === undefined ? message : `${kind}: ${message}`;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
