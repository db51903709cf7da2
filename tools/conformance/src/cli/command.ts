/** The commands of the official command line, as the CLI table lists them. */
export type CommandName = (typeof commands)[number];

export const commands = [
  'publish',
  'can-i-deploy',
  'can-i-merge',
  'record-deployment',
  'record-undeployment',
  'record-release',
  'record-support-ended',
  'create-environment',
  'update-environment',
  'describe-environment',
  'delete-environment',
  'list-environments',
  'create-version-tag',
  'delete-version-tag',
  'create-or-update-version',
  'describe-version',
  'create-or-update-pacticipant',
  'describe-pacticipant',
  'list-pacticipants',
  'delete-branch',
  'list-latest-pact-versions',
  'get-pacts',
  'provider-states',
  'generate-uuid',
  'create-webhook',
  'create-or-update-webhook',
  'test-webhook',
  'delete-webhook',
  'pact-verifier',
] as const;

/** One call of a command, against each broker. */
export interface CommandStep {
  readonly row: CommandName;
  /** What is asked, unique within its command. */
  readonly name: string;
  /** Arguments behind the command's name; `{name}` stands for a value that an earlier step kept. */
  readonly args: readonly string[];
  /** Values to keep of what was printed: the first group of the expression. */
  readonly keep?: Readonly<Record<string, RegExp>>;
}

export const command = (
  row: CommandName,
  name: string,
  args: readonly string[],
  keep?: CommandStep['keep'],
): CommandStep => ({ row, name, args, ...(keep ? { keep } : {}) });
