import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { top } from '@pact-workshop/packages';
import type { ImageStage } from '../src/image-stage.ts';

/** What is missing here for a program in a root file system of its own; undefined where nothing is. */
export function missingForRoots(): string | undefined {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg'))
    return 'This is no Debian, whose libraries are needed.';
  return process.getuid?.() === 0 ? undefined : 'Only root may give a program another root folder.';
}

/** An empty folder that every user may read. */
export function emptyRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'embedded-broker-root-'));
  chmodSync(root, 0o755);
  return root;
}

/** Copies files, or what links lead to, to the same place below another root. */
function copyTo(root: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    copyFileSync(file, join(root, file));
  }
}

/** The libraries that an executable names, and no more. */
export function copyLibraries(root: string, executable: string): void {
  const said = execFileSync('ldd', [executable], { encoding: 'utf8' });
  copyTo(
    root,
    [...said.matchAll(/\/\S+(?= \()/g)].map(([path]) => path),
  );
}

/** What distroless/cc has, of the packages of this Debian; less than all of it, so that what is missing is noticed. */
export function copyDistrolessBase(root: string): void {
  const packages = ['libc6', 'libgcc-s1', 'libstdc++6'];
  const files = execFileSync('dpkg', ['--listfiles', ...packages], { encoding: 'utf8' })
    .split('\n')
    .filter(
      (path) =>
        /^\/(etc|lib|lib64|usr\/lib)\/(?!.*gconv)/.test(path) &&
        existsSync(path) &&
        !statSync(path).isDirectory(),
    );
  copyTo(root, files);
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(
    join(root, 'etc/passwd'),
    'root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n',
  );
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnonroot:x:65532:\n');
  mkdirSync(join(root, 'tmp'));
  chmodSync(join(root, 'tmp'), 0o1777);
}

/** What the last stage of the Dockerfile copies. What its build puts outside of the sources is an empty folder. */
export function copyImageFiles(root: string, { copies }: ImageStage): void {
  for (const { source, target, owner } of copies) {
    const path = join(root, target);
    if (source.startsWith('/source/')) {
      mkdirSync(dirname(path), { recursive: true });
      copyFileSync(join(top, source.slice('/source/'.length)), path);
    } else mkdirSync(path, { recursive: true });
    if (owner) chownSync(path, Number(owner.split(':')[0]), Number(owner.split(':')[1]));
  }
}
