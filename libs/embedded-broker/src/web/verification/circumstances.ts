import type { MetadataSelector } from '../../pacts/index.ts';
import type { Circumstances } from './store.ts';

/** What pending and WIP meant for a result, in sentences; none where neither was the case. */
export function circumstancesWords(
  { pending, wip }: Circumstances,
  success: boolean,
  provider: string,
): string[] {
  return [
    ...(wip
      ? [
          `The pact was work in progress: nobody asked for it; it came along because it was new and ${provider} had not verified it yet.`,
        ]
      : []),
    ...(pending === true || (wip && pending === null)
      ? [
          success
            ? `The pact was pending: no version of ${provider} from this branch had verified it before. From now on a failure fails the build.`
            : `The pact was pending: no version of ${provider} from this branch had verified it before. So this failure did not fail the build; can-i-deploy counts it all the same.`,
        ]
      : []),
  ];
}

/** A selector in words: `the latest version of branch main`. */
export function selectorWords({ branch, tag, environment, latest }: MetadataSelector): string {
  if (environment !== undefined) return `in environment ${environment}`;
  const which = latest ? 'the latest version' : 'a version';
  if (branch !== undefined) return `${which} of branch ${branch}`;
  if (tag !== undefined) return `${which} with tag ${tag}`;
  return latest ? 'the latest version' : 'any version';
}

interface VerifiedBy {
  readonly implementation?: unknown;
  readonly version?: unknown;
  readonly clientLanguage?: { readonly name?: unknown; readonly version?: unknown } | null;
}

/** The program that verified, e.g. `Pact-Rust 1.4.8 by pact-core 20.2.0`; undefined where none is named. */
export function verifierWords(json: string | null): string | undefined {
  const { implementation, version, clientLanguage } = JSON.parse(json ?? '{}') as VerifiedBy;
  const named = (name: unknown, number: unknown) =>
    [name, number].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
  const words = [named(implementation, version), named(clientLanguage?.name, clientLanguage?.version)];
  return words.filter((one) => one !== '').join(' by ') || undefined;
}
