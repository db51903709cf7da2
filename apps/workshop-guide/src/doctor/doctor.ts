import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { brokerPort, checkBroker } from './broker.ts';
import type { Finding } from './finding.ts';
import { checkNativeLibrary } from './native-library.ts';
import { checkLoopback, checkPort } from './ports.ts';
import { checkNode, checkGit, checkProgram } from './programs.ts';
import { checkProxy } from './proxy.ts';

/**
 * Checks all requirements of the workshop on this machine.
 * @param playground absolute path
 */
export async function runChecks(playground: string): Promise<Finding[]> {
  const findings = await Promise.all([
    checkGit(),
    checkProgram('bash', 'Install bash: make runs the lessons’ commands with it.'),
    checkProgram(
      'make',
      'Install make (macOS: "xcode-select --install"; Debian and Ubuntu: "apt install make").',
    ),
    checkProgram('npm', 'npm comes with Node: install Node 20 or newer from https://nodejs.org.'),
    checkLoopback(),
    checkPort(8300, "the guide's page", 'The page uses a free port instead; "make workshop" prints it.'),
    checkPort(8080, 'make run-provider', 'Stop the program that uses it before "make run-provider".'),
    checkPort(3000, 'make run-consumer', 'Stop the program that uses it before "make run-consumer".'),
    checkPort(
      brokerPort(process.env),
      'make broker',
      'No problem if "make broker" uses it; stop any other program before lesson 11.',
    ),
    checkNativeLibrary(),
  ]);
  return [
    checkNode(process.version, process.execPath),
    ...findings,
    checkProxy(process.env),
    checkBroker(process.env),
    checkPlayground(playground),
  ];
}

function checkPlayground(playground: string): Finding {
  const folder = existsSync(playground) ? playground : dirname(playground);
  const found = existsSync(playground) ? playground : `${playground} (does not exist yet)`;
  try {
    accessSync(folder, constants.W_OK);
    return { name: 'playground', state: 'good', found };
  } catch {
    return {
      name: 'playground',
      state: 'bad',
      found,
      advice: `${folder} is not writable: change its owner.`,
    };
  }
}
