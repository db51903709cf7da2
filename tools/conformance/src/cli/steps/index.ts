import type { CommandStep } from '../command.ts';
import { environmentsAndVerdicts } from './environments-and-verdicts.ts';
import { pacticipantsAndVersions } from './pacticipants-and-versions.ts';
import { publishAndVerify } from './publish-and-verify.ts';
import { webhooksAndPacts } from './webhooks-and-pacts.ts';

/** Every command of the official command line, in the order in which a team would meet them. */
export const commandSteps: readonly CommandStep[] = [
  ...publishAndVerify,
  ...pacticipantsAndVersions,
  ...environmentsAndVerdicts,
  ...webhooksAndPacts,
];
