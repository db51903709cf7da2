import { exceptionText } from './exception.ts';
import { isFields, listOf, textOf, type Fields } from './fields.ts';
import type { InteractionResult } from './interaction-result.ts';
import { mismatchOf } from './mismatch.ts';
import { rubyResults } from './ruby-results.ts';

/**
 * What verifiers publish as `testResults`, read leniently, since the broker takes anything: a list by interaction from
 * Pact's Rust core (and with it Pact JS, Go, Python, .NET, PHP) and pact-jvm, `{ tests: […] }` from the Ruby verifier.
 * @param json text as stored; null when none was published
 */
export function interactionResults(json: string | null): InteractionResult[] {
  const document: unknown = json === null ? null : JSON.parse(json);
  if (Array.isArray(document)) return document.filter(isFields).map(byInteraction);
  return isFields(document) ? rubyResults(listOf(document['tests']).filter(isFields)) : [];
}

function byInteraction(fields: Fields): InteractionResult {
  const { interactionId, interactionDescription, success, mismatches, exceptions, exception } = fields;
  return {
    interactionId: textOf(interactionId),
    description: textOf(interactionDescription),
    state: undefined,
    success: success === true,
    mismatches: listOf(mismatches).map(mismatchOf),
    exceptions: [...listOf(exceptions), ...(isFields(exception) ? [exception] : [])].map(exceptionText),
  };
}
