import type { InteractionName, InteractionResult, Mismatch, VerificationResult } from '../outcome/result.ts';
import { exchangeLines } from './exchange-lines.ts';
import type { XmlElement } from './xml-document.ts';

/** A test case, with its values for the numbers of its suite. */
export interface Case {
  readonly element: XmlElement;
  readonly outcome: 'passed' | 'failures' | 'errors' | 'skipped';
  readonly durationMs: number;
}

/** The case of a verified interaction. */
export function interactionCase(one: InteractionResult, classname: string): Case {
  const { status, pendingBy, mismatches, durationMs } = one;
  const reason = one.reason ?? mismatches[0]?.description ?? 'no reason was given';
  const about = { name: nameOf(one), classname, durationMs };
  if (status === 'passed') return testCase('passed', about);
  if (status === 'pending') {
    const by = pendingBy === undefined ? 'pending' : `pending by the ${pendingBy}`;
    return testCase('skipped', about, { name: 'skipped', attributes: { message: `${by}: ${reason}` } });
  }
  return testCase('failures', about, {
    name: 'failure',
    attributes: { type: mismatches[0]?.type, message: reason },
    text: textOf(one) || reason,
  });
}

/** The case of an interaction that the filter excluded. */
export function leftOutCase(one: InteractionName, classname: string): Case {
  const skipped = { name: 'skipped', attributes: { message: 'excluded by the filter' } };
  return testCase('skipped', { name: nameOf(one), classname }, skipped);
}

/** The case of a verification that failed without a failed interaction. */
export function errorCase({ text }: Pick<VerificationResult, 'text'>, classname: string): Case {
  const message = 'The verification failed, though no interaction did.';
  return testCase(
    'errors',
    { name: 'the verification', classname },
    { name: 'error', attributes: { message }, text: text || message },
  );
}

/** A time in the format of the schema: seconds, with a decimal point. */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function testCase(
  outcome: Case['outcome'],
  about: { readonly name: string; readonly classname: string; readonly durationMs?: number | undefined },
  ...children: readonly XmlElement[]
): Case {
  const { name, classname, durationMs } = about;
  const time = durationMs === undefined ? undefined : seconds(durationMs);
  const element = { name: 'testcase', attributes: { name, classname, time }, children };
  return { element, outcome, durationMs: durationMs ?? 0 };
}

/** Only the description with its states identifies an interaction. */
function nameOf({ description, providerStates }: Pick<InteractionName, 'description' | 'providerStates'>) {
  return providerStates.length > 0 ? `${description} (given ${providerStates.join(', ')})` : description;
}

/** All mismatches, and the request and answer. */
function textOf({ mismatches, exchange }: InteractionResult): string {
  const lines = mismatches.flatMap(linesOf);
  return [...lines, ...(exchange ? ['', ...exchangeLines(exchange)] : [])].join('\n');
}

/** A mismatch, and the two values unless the description has both. */
function linesOf({ type, description, expected, actual }: Mismatch): string[] {
  const values = Object.entries({ expected, actual }).flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text === undefined ? [] : [{ name, text }];
  });
  const isSaid = values.every(({ text }) => description.includes(text));
  return [`${type}: ${description}`, ...(isSaid ? [] : values.map(({ name, text }) => `  ${name}: ${text}`))];
}
