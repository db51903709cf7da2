import { startBroker } from '@pact-workshop/embedded-broker';
import { canIDeploy, formatVerdict, publishPacts, recordDeployment } from '@pact-workshop/pact-tooling';
import { chapter, printParagraphs, type StepProgress } from './chapter.ts';
import { runScript } from './npm-script.ts';
import { adminService, copyWithBreakingChange, pactDir, prepareScratch, userService } from './workspace.ts';

const consumer = 'AdminService';
const provider = 'UserService';

/**
 * Runs the real workflow on a broker in memory: contract, publication, verification, verdicts, deployments, and a
 * breaking change that is refused.
 * @throws Error when a step has another result than expected
 */
export async function playStory(signal: AbortSignal): Promise<void> {
  await prepareScratch();
  await using server = await startBroker();
  const broker = server.url;

  const build = (version: string) => ({
    PACT_BROKER_BASE_URL: broker,
    // The pacts come from the broker, whatever the shell's variables.
    PACT_FILES: '',
    PUBLISH_RESULTS: 'true',
    VERSION_COMMIT: version,
    VERSION_BRANCH: 'main',
  });
  const verify = (folder: string, version: string, step: StepProgress) =>
    runScript(folder, 'verify', { env: build(version), onLine: step.show, signal });
  const ask = async (pacticipant: string, version: string, environment?: string) => {
    const verdict = await canIDeploy({ broker, pacticipant, version, environment });
    printParagraphs(
      `${pacticipant} ${version}${environment === undefined ? '' : ` to ${environment}`}:`,
      formatVerdict(verdict),
    );
    return verdict.deployable;
  };

  await chapter('1. The consumer writes down what it needs, and publishes it', {
    [`${consumer}'s contract tests write a pact`]: async (step) => {
      const { exitCode, output } = await runScript(adminService, 'contract', {
        env: { PACT_DIR: pactDir },
        onLine: step.show,
        signal,
      });
      if (exitCode !== 0) throw new Error(`the contract tests failed:\n${output}`);
    },
    'the pact is published to a broker': async (step) => {
      const { pacts } = await publishPacts({ broker, dir: pactDir, version: '1.0.0', branch: 'main' });
      step.show(pacts.map(({ url }) => url).join(', '));
    },
  });

  await chapter('2. The provider is verified against it', {
    [`${provider} is verified from the broker, and the result published`]: async (step) => {
      const { exitCode, output } = await verify(userService, '1.0.0', step);
      if (exitCode !== 0) throw new Error(`the verification failed:\n${output}`);
    },
  });

  printParagraphs('3. May they be deployed?');
  expectVerdict(await ask(consumer, '1.0.0'), true);
  expectVerdict(await ask(provider, '1.0.0'), true);

  await chapter('4. Both go to production, the provider first', {
    [`${provider} 1.0.0 is recorded as deployed`]: async () => {
      const { deployable } = await canIDeploy({
        broker,
        pacticipant: provider,
        version: '1.0.0',
        environment: 'production',
      });
      expectVerdict(deployable, true);
      await recordDeployment({ broker, pacticipant: provider, version: '1.0.0', environment: 'production' });
    },
    [`${consumer} 1.0.0 is recorded as deployed`]: async () => {
      const { deployable } = await canIDeploy({
        broker,
        pacticipant: consumer,
        version: '1.0.0',
        environment: 'production',
      });
      expectVerdict(deployable, true);
      await recordDeployment({ broker, pacticipant: consumer, version: '1.0.0', environment: 'production' });
    },
  });

  let mismatch = '';
  await chapter('5. A breaking change: the provider renames firstName to givenName', {
    [`${provider} 2.0.0 is verified, and fails`]: async (step) => {
      const { exitCode, output } = await verify(await copyWithBreakingChange(), '2.0.0', step);
      if (exitCode === 0) throw new Error('the breaking change went unnoticed');
      mismatch = /VerificationFailedError: (?<what>.*?)\n\n/s.exec(output)?.groups?.['what'] ?? '';
      if (!mismatch.includes('firstName'))
        throw new Error(`the verification failed for another reason:\n${output}`);
    },
  });
  printParagraphs('The verification names the field:', `    ${mismatch}`);
  expectVerdict(await ask(provider, '2.0.0', 'production'), false);
}

function expectVerdict(actual: boolean | null, expected: boolean): void {
  if (actual !== expected) throw new Error(`the broker should have said ${expected ? 'yes' : 'no'} here`);
}
