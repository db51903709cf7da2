import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { release } from './release.ts';
import { run } from './run.ts';

/**
 * A gem's specification with lower requirements: Ruby 3.1 in place of 3.2, and the `semantic_logger` 4 of Ruby 3.1 in
 * place of 5. The broker runs on these as well.
 * @throws Error when it has other requirements than those
 */
export function withLowerRequirements(specification: string): string {
  const withRuby = replaced(specification, /(required_ruby_version.*)>= 3\.2\.0/g, '$1>= 3.1.0');
  return replaced(withRuby, /(<semantic_logger>.*)~> 5\.0/g, '$1>= 4.11');
}

function replaced(text: string, pattern: RegExp, by: string): string {
  const result = text.replace(pattern, by);
  if (result === text) throw new Error(`The specification of the gem has no ${String(pattern)}.`);
  return result;
}

/** Puts the broker's gem into a folder, unpacked: a gem whose specification may be changed. */
export async function unpackWithLowerRequirements(folder: string): Promise<void> {
  const name = `pact_broker-${release}`;
  const gem = (...args: string[]) => run('gem', args, { cwd: folder });
  await rm(join(folder, name), { recursive: true, force: true });
  await gem('fetch', 'pact_broker', '--version', release);
  await gem('unpack', `${name}.gem`);
  const specification = await gem('specification', `${name}.gem`, '--ruby');
  await writeFile(join(folder, name, 'pact_broker.gemspec'), withLowerRequirements(specification));
  await rm(join(folder, `${name}.gem`));
}
