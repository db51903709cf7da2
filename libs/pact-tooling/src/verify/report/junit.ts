import type { VerificationResult } from '../outcome/result.ts';
import { errorCase, interactionCase, leftOutCase, seconds, type Case } from './junit-case.ts';
import { xmlDocument, type XmlElement } from './xml-document.ts';

export interface JunitOptions {
  /** Name of the provider. */
  readonly provider: string;
  /** The start of the verification. */
  readonly timestamp: Date;
  /** The machine of the verification. */
  readonly hostname?: string | undefined;
}

/**
 * A verification as a JUnit report, which CI servers show: a suite for each consumer, a case for each interaction.
 * Pending and excluded interactions are skipped.
 * @returns an XML document that is valid in the schema of Jenkins (junit-10.xsd of its xunit plugin)
 */
export function junitReport(result: VerificationResult, options: JunitOptions): string {
  const { provider } = options;
  const consumers = new Set([...result.interactions, ...result.leftOut].map(({ consumer }) => consumer));
  const suites = [...consumers].map((consumer) => {
    const name = suiteName(consumer, provider);
    const isItsOwn = (one: { readonly consumer: string }) => one.consumer === consumer;
    return suite(name, options, [
      ...result.interactions.filter(isItsOwn).map((one) => interactionCase(one, name)),
      ...result.leftOut.filter(isItsOwn).map((one) => leftOutCase(one, name)),
    ]);
  });
  const hasFailure = result.interactions.some(({ status }) => status === 'failed');
  // The report must not look like a success if the verification as a whole failed.
  if (!result.success && !hasFailure) suites.push(suite(provider, options, [errorCase(result, provider)]));
  const total = (name: string) => suites.reduce((sum, { attributes }) => sum + Number(attributes[name]), 0);
  return xmlDocument({
    name: 'testsuites',
    attributes: {
      name: `Pacts with ${provider}`,
      tests: total('tests'),
      failures: total('failures'),
      errors: total('errors'),
      time: total('time').toFixed(3),
    },
    children: suites,
  });
}

/** An error before the pacts has no consumer. */
function suiteName(consumer: string, provider: string): string {
  return consumer === '' ? provider : `${consumer} - ${provider}`;
}

function suite(name: string, { timestamp, hostname }: JunitOptions, cases: readonly Case[]): XmlElement {
  const count = (wanted: Case['outcome']) => cases.filter(({ outcome }) => outcome === wanted).length;
  return {
    name: 'testsuite',
    attributes: {
      name,
      tests: cases.length,
      failures: count('failures'),
      errors: count('errors'),
      skipped: count('skipped'),
      time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      timestamp: timestamp.toISOString().slice(0, 19),
      hostname,
    },
    children: cases.map(({ element }) => element),
  };
}
