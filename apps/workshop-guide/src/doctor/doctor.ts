import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { brokerPort, lookAtBroker } from './broker.ts';
import type { Finding } from './finding.ts';
import { lookAtNativeLibrary } from './native-library.ts';
import { lookAtLoopback, lookAtPort } from './ports.ts';
import { lookAtNode, lookForGit, lookForProgram } from './programs.ts';
import { lookAtProxy } from './proxy.ts';

/**
 * Looks at everything that the workshop needs of a machine.
 * @param playground absolute path
 */
export async function examine(playground: string): Promise<Finding[]> {
  const tried = await Promise.all([
    lookForGit(),
    lookForProgram('bash', 'Install bash: make runs the lessons’ commands in it.'),
    lookForProgram(
      'make',
      'Install make (macOS: "xcode-select --install"; Debian and Ubuntu: "apt install make").',
    ),
    lookForProgram('npm', 'npm comes with Node: install Node 20 or newer from https://nodejs.org.'),
    lookAtLoopback(),
    lookAtPort(8300, "the guide's page", 'The page takes a free port instead; "make workshop" prints it.'),
    lookAtPort(8080, 'make run-provider', 'Stop what is on it before "make run-provider".'),
    lookAtPort(3000, 'make run-consumer', 'Stop what is on it before "make run-consumer".'),
    lookAtPort(
      brokerPort(process.env),
      'make broker',
      'Fine if it is "make broker"; anything else has to be stopped before lesson 11.',
    ),
    lookAtNativeLibrary(),
  ]);
  return [
    lookAtNode(process.version, process.execPath),
    ...tried,
    lookAtProxy(process.env),
    lookAtBroker(process.env),
    lookAtPlayground(playground),
  ];
}

function lookAtPlayground(playground: string): Finding {
  const folder = existsSync(playground) ? playground : dirname(playground);
  const found = existsSync(playground) ? playground : `${playground} (not there yet)`;
  try {
    accessSync(folder, constants.W_OK);
    return { name: 'playground', state: 'good', found };
  } catch {
    return {
      name: 'playground',
      state: 'bad',
      found,
      advice: `Nothing can be written in ${folder}: change its owner.`,
    };
  }
}
