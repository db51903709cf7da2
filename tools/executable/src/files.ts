import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '@pact-workshop/packages';

/** A file of the project that says how the executable is made or run. */
export const projectFile = (
  path:
    | 'package.json'
    | 'Dockerfile'
    | 'docker-compose.embedded.yml'
    | 'deploy/embedded-broker.service'
    | 'deploy/kubernetes.yaml',
): string => readFileSync(join(top, path), 'utf8');
