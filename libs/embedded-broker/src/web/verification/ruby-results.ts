import { stripVTControlCharacters } from 'node:util';
import { exceptionText } from './exception.ts';
import { isFields, listOf, textOf, type Fields } from './fields.ts';
import type { InteractionResult } from './interaction-result.ts';
import { mismatchOf, type Mismatch } from './mismatch.ts';

/**
 * The results of the Ruby verifier, which reports single expectations (the status, a header, the body): those of an
 * interaction are put together.
 * @param tests the items of `testResults.tests`
 */
export function rubyResults(tests: readonly Fields[]): InteractionResult[] {
  const groups = Map.groupBy(tests.map(ofExpectation), ({ description, state }) =>
    JSON.stringify([description, state]),
  );
  return [...groups.values()].map((group) => ({
    ...(group[0] as InteractionResult),
    success: group.every(({ success }) => success),
    mismatches: group.flatMap(({ mismatches }) => mismatches),
    exceptions: [...new Set(group.flatMap(({ exceptions }) => exceptions))],
  }));
}

function ofExpectation(fields: Fields): InteractionResult {
  const { interactionDescription, interactionProviderState, testDescription, status, exception } = fields;
  const success = status === 'passed';
  const state = textOf(interactionProviderState);
  const mismatches = mismatchesOf(fields);
  // What was not as expected is thrown, too, with all of it once more.
  const thrown = mismatches.length === 0 && isFields(exception) ? [exceptionText(exception)] : [];
  const unexplained = !success && mismatches.length + thrown.length === 0;
  return {
    interactionId: undefined,
    description: textOf(interactionDescription),
    state: state?.trim() ? state : undefined,
    success,
    mismatches,
    exceptions: unexplained ? [textOf(testDescription) ?? 'failed'] : thrown,
  };
}

function mismatchesOf(fields: Fields): Mismatch[] {
  const { mismatches, differences, exception } = fields;
  const listed = listOf(mismatches).map(mismatchOf);
  if (listed.length > 0) return listed;
  const inBody = listOf(differences).filter(isFields).map(differenceInBody);
  if (inBody.length > 0) return inBody;
  return isFields(exception) && exception['class'] === 'RSpec::Expectations::ExpectationNotMetError'
    ? [notMet(fields, stripVTControlCharacters(textOf(exception['message']) ?? ''))]
    : [];
}

/** `Expected 10 but got 11 at $.id` */
function differenceInBody({ description }: Fields): Mismatch {
  const text = textOf(description) ?? '';
  const { words = text, identifier } = /^(?<words>.*) at (?<identifier>\$\S*)$/s.exec(text)?.groups ?? {};
  return mismatchOf({ attribute: 'body', description: words, identifier });
}

/** An expectation of a status or a header; that of the status takes several lines. */
function notMet({ actualStatus, actualHeaders }: Fields, message: string): Mismatch {
  const attribute =
    actualStatus !== undefined ? 'status' : actualHeaders !== undefined ? 'header' : undefined;
  const values = /^\s*expected: (?<expected>.*)\n\s*got: (?<actual>.*)$/m.exec(message)?.groups;
  const description = values ? `expected ${values['expected']} but got ${values['actual']}` : message.trim();
  return mismatchOf({ attribute, description });
}
