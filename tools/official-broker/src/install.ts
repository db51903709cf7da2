import { availableParallelism } from 'node:os';
import { unpackWithLowerRequirements } from './lower-requirements.ts';
import {
  bundlerEnvironment,
  installationFolder,
  isInstalled,
  markInstalled,
  writeFiles,
} from './installation.ts';
import { refuseMissingPrograms } from './programs.ts';
import { releases, type Version } from './releases.ts';
import { run } from './run.ts';

/** Built against the libraries of this machine: to build those takes ten minutes more. */
const againstLibrariesHere = {
  BUNDLE_BUILD__NOKOGIRI: '--use-system-libraries',
  BUNDLE_BUILD__SQLITE3: '--enable-system-libraries',
};

/**
 * Installs a release for this user, where that was not done before. It needs a C compiler and the headers of Ruby,
 * sqlite3, libxml2, libxslt, libyaml and libpq.
 * @throws OfficialBrokerAbsent where Ruby or PostgreSQL is missing
 * @throws Error with what Bundler said, when the installation fails
 */
export async function installOfficialBroker(version: Version): Promise<void> {
  refuseMissingPrograms(version);
  if (await isInstalled(version)) return;
  const folder = installationFolder(version);
  console.log(`Installing the official broker ${version} into ${folder} (once, about two minutes) …`);
  await writeFiles(version);
  if (releases[version].lowerRequirements) await unpackWithLowerRequirements(version, folder);
  await run('bundle', ['install', '--quiet', '--jobs', String(availableParallelism())], {
    cwd: folder,
    env: { ...bundlerEnvironment(version), ...againstLibrariesHere },
  });
  await markInstalled(version);
}
