import { availableParallelism } from 'node:os';
import {
  bundlerEnvironment,
  installationFolder,
  isInstalled,
  markInstalled,
  writeFiles,
} from './installation.ts';
import { unpackWithLowerRequirements } from './lower-requirements.ts';
import { refuseMissingPrograms } from './programs.ts';
import { release } from './release.ts';
import { run } from './run.ts';

/** Built against the libraries of this machine: to build those takes ten minutes more. */
const againstLibrariesHere = {
  BUNDLE_BUILD__NOKOGIRI: '--use-system-libraries',
};

/**
 * Installs the official broker for this user, where that was not done before. It needs a C compiler and the headers of
 * Ruby, libxml2, libxslt, libyaml and libpq.
 * @throws OfficialBrokerAbsent where Ruby or PostgreSQL is missing
 * @throws Error with what Bundler said, when the installation fails
 */
export async function installOfficialBroker(): Promise<void> {
  refuseMissingPrograms();
  if (await isInstalled()) return;
  const folder = installationFolder();
  console.log(`Installing the official broker ${release} into ${folder} (once, about two minutes) …`);
  await writeFiles();
  await unpackWithLowerRequirements(folder);
  await run('bundle', ['install', '--quiet', '--jobs', String(availableParallelism())], {
    cwd: folder,
    env: { ...bundlerEnvironment(), ...againstLibrariesHere },
  });
  await markInstalled();
}
