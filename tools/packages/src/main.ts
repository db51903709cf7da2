import { basename } from 'node:path';
import { Command } from 'commander';
import { check } from './check.ts';
import { pack } from './pack.ts';
import { publicPackages } from './public-packages.ts';
import { stage } from './stage.ts';

new Command('packages')
  .description('Makes the packages of the public libraries in dist-packages/, and checks them.')
  .parse();

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
for (const library of publicPackages) {
  const folder = await stage(library);
  const tarball = await pack(folder);
  await check(tarball);
  console.log(
    `${basename(tarball.path)}: ${megabytes(tarball.size)}, ${megabytes(tarball.unpackedSize)} unpacked`,
  );
}
