import { dependsOn, sourcesOf, type Repository } from './repository.ts';

/** The path of a source with this name, where there is none: in `src/` if there is one, in the repository's language. */
export function placeForTests(repository: Repository, name: string): string {
  const sources = sourcesOf(repository);
  const isTypeScript =
    sources.some(([path]) => /\.tsx?$/.test(path)) ||
    repository.paths.has('tsconfig.json') ||
    dependsOn(repository, 'typescript');
  const folder = [...repository.paths].some((path) => path.startsWith('src/')) ? 'src/' : '';
  return `${folder}${name}${isTypeScript ? '.ts' : '.js'}`;
}
