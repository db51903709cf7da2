import { dirname, join } from 'node:path';
import { run } from './run.ts';

/** A package as npm would publish it. */
export interface Tarball {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** Bytes of the tarball, and of what it contains. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly string[];
}

/** Packs a staged package; the tarball lies beside its folder. */
export async function pack(folder: string): Promise<Tarball> {
  const directory = dirname(folder);
  const said = await run('npm', ['pack', '--json', '--pack-destination', directory], { cwd: folder });
  const packed = Object.values(JSON.parse(said) as Record<string, unknown>)[0] as Omit<
    Tarball,
    'path' | 'files'
  > & {
    filename: string;
    files: readonly { path: string }[];
  };
  const { name, version, size, unpackedSize } = packed;
  return {
    path: join(directory, packed.filename),
    name,
    version,
    size,
    unpackedSize,
    files: packed.files.map(({ path }) => path),
  };
}
