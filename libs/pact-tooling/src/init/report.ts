import type { Change } from './changes.ts';
import { missingPackages, packageManager } from './detect/packages.ts';
import type { Plan } from './plan.ts';
import type { Repository } from './repository.ts';

const marks = { new: '+', changed: '~', same: '=', kept: '!' } as const;
const words = {
  new: '',
  changed: '',
  same: ' (as it was)',
  kept: ' (kept: another file is there; --force replaces it)',
} as const;

/** What `init` did, or would do, and what comes next: text for a terminal. */
export function reportOf(
  repository: Repository,
  plan: Plan,
  changes: readonly Change[],
  isDry: boolean,
): string {
  const isSame = changes.every(({ kind }) => kind === 'same' || kind === 'kept');
  return [
    `${plan.name} is a ${plan.role}.`,
    ...plan.notes.map((note) => `- ${note}`),
    '',
    isDry ? 'Would write:' : isSame ? 'Nothing changed:' : 'Wrote:',
    ...changes.flatMap(fileLines(plan)),
    '',
    'Next:',
    ...nextSteps(repository, plan),
  ].join('\n');
}

const fileLines =
  ({ scripts }: Plan) =>
  ({ path, kind, keptScripts = [] }: Change): string[] => [
    `  ${marks[kind]} ${path}${words[kind]}${path === 'package.json' && kind === 'changed' ? ` (scripts ${Object.keys(scripts).join(', ')})` : ''}`,
    ...keptScripts.map((name) => `    ! the script ${name} (kept: it is another one; --force replaces it)`),
  ];

function nextSteps(repository: Repository, { role, files }: Plan): string[] {
  const { install, run } = packageManager(repository);
  const missing = missingPackages(repository, role);
  const inBroker = 'npx embedded-broker exec --db .pact-broker/pact-broker.sqlite --';
  const steps = [
    ...(missing.length > 0 ? [`${install} ${missing.join(' ')}`] : []),
    ...(role === 'consumer'
      ? [`${run} pact:consumer`, `${inBroker} ${run} pact:publish`]
      : [`${inBroker} env PUBLISH_RESULTS=true ${run} pact:verify`]),
    `${inBroker} ${run} pact:can-i-deploy`,
  ];
  const why =
    role === 'consumer'
      ? ['runs the test, and writes pacts/', 'publishes the contract to a broker on this machine']
      : ['verifies the contracts that a broker on this machine has'];
  const comments = [
    ...(missing.length > 0 ? ['what the files import'] : []),
    ...why,
    'asks whether this version may be deployed',
  ];
  return [
    `  Read ${files[0]?.path ?? 'it'}, and complete it at each TODO.`,
    ...steps.flatMap((step, index) => [`  # ${comments[index] ?? ''}`, `  ${step}`]),
    '  Both sides have to use one broker: PACT_BROKER_BASE_URL names it, in a pipeline as well. Keep .pact-broker/ out of git.',
  ];
}
