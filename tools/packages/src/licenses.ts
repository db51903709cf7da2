import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { top } from './public-packages.ts';

/** The text that a bundle has to carry: of each package in it its name, version and license. */
export async function licensesOf(metafiles: readonly Metafile[]): Promise<string> {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const texts = await Promise.all([...folders].sort().map((folder) => licenseOf(join(top, folder))));
  return [...new Set(texts)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** @throws Error for a package that does not say under which license it is */
async function licenseOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as Record<'name' | 'version' | 'license', string | undefined>;
  const file = (await readdir(folder)).find((entry) => /^(license|licence|copying)/i.test(entry));
  if (!license && !file) throw new Error(`${name} has no license`);
  const text = file ? await readFile(join(folder, file), 'utf8') : '';
  return `${name} ${version} (${license ?? 'see below'})\n\n${text.trim()}\n`;
}
