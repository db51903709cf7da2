import { describe, expect, it } from '@jest/globals';
import { read } from '../top.ts';
import { toolingVersion } from '../user/tooling.ts';
import { versionedFiles, withVersion } from './version-in.ts';

/** Versions as the files may write them. */
const versions = /(?<=['@/]v?)\d+\.\d+\.\d+(?=['/\s])/g;

describe('What is used by its tag runs the tooling of that version', () => {
  it.each(versionedFiles)('%s', (file) => {
    const text = read(file);
    expect(withVersion(text, toolingVersion)).toBe(text);
    expect(new Set(withVersion(text, '99.0.0').match(versions))).toEqual(new Set(['99.0.0']));
  });

  it('and there are as many as there are', () => {
    expect(versionedFiles).toHaveLength(10);
  });

  it('the broker has the same version', () => {
    expect(JSON.parse(read('libs/embedded-broker/package.json'))).toMatchObject({ version: toolingVersion });
  });
});
