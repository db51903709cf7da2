import type { DeployQuestion } from './question.ts';

/** The command lines that ask the same question: this project's tool, and the official one. */
export function commandLines(
  question: DeployQuestion,
  broker: string,
): readonly { readonly label: string; readonly line: string }[] {
  const options = optionsOf(question, broker).map(shellWord).join(' ');
  return [
    { label: 'With pact-tooling', line: `npx pact-tooling can-i-deploy ${options}` },
    { label: 'With the official client', line: `pact-broker can-i-deploy ${options}` },
  ];
}

function optionsOf({ pacticipant, version, branch, tag, environment, to }: DeployQuestion, broker: string) {
  return [
    '--pacticipant',
    pacticipant,
    ...(version === undefined ? [] : ['--version', version]),
    ...(branch === undefined ? [] : ['--branch', branch]),
    ...(tag === undefined ? [] : ['--latest', tag]),
    ...((version ?? branch ?? tag) === undefined ? ['--latest'] : []),
    ...(environment === undefined ? [] : ['--to-environment', environment]),
    ...(to === undefined ? [] : ['--to', to]),
    '--broker-base-url',
    broker,
  ];
}

/** A word that a shell takes as it is: a copied line must not run what a name contains. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
