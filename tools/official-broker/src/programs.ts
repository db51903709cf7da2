import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { OfficialBrokerAbsent } from './absent.ts';
import { release } from './release.ts';

/** Where Debian keeps the programs of PostgreSQL, beside PATH: in a folder for each of its versions. */
const postgresFolder = '/usr/lib/postgresql';

/** The whole path of a program; undefined where it is not on this machine. */
export function programPath(name: string): string | undefined {
  return folders()
    .map((folder) => join(folder, name))
    .find(isProgram);
}

const needed = ['ruby', 'gem', 'bundle', 'initdb', 'postgres'];

/** @throws OfficialBrokerAbsent where a program is missing that it needs */
export function refuseMissingPrograms(): void {
  const missing = needed.filter((name) => programPath(name) === undefined);
  if (missing.length === 0) return;
  throw new OfficialBrokerAbsent(
    `the official broker ${release} needs what is not on this machine: ${missing.join(', ')}`,
  );
}

function folders(): readonly string[] {
  const versions = existsSync(postgresFolder) ? readdirSync(postgresFolder) : [];
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  return [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...newestFirst.map((version) => join(postgresFolder, version, 'bin')),
  ];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
