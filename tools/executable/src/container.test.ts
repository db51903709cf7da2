import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { top } from '@pact-workshop/packages';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { projectFile } from './files.ts';
import { lastStage } from './image-stage.ts';

describe('The Dockerfile', () => {
  const text = projectFile('Dockerfile');

  it('is a valid one', () => {
    expect(validate(text)).toEqual([]);
    expect(validate(`${text}USR 1\n`)).not.toEqual([]);
  });

  it('ends with an image that needs no shell and is not root', () => {
    const { base, user, volumes, entrypoint, healthCheck, copies } = lastStage(text);
    expect(base).toMatch(/^gcr\.io\/distroless\/cc-debian\d+:nonroot$/);
    expect(user).toMatch(/^[1-9]\d+:[1-9]\d+$/);
    expect(healthCheck).toEqual([...entrypoint, 'health']);
    expect(copies.map(({ target }) => target)).toContain(entrypoint[0]);
    // A volume belongs to whom it belongs to in the image.
    expect(copies.filter(({ owner }) => owner !== undefined)).toEqual(
      volumes.map((target) => ({ from: 'build', source: target, target, owner: user })),
    );
  });

  it('is built by the Node that is tested', () => {
    const { devDependencies } = JSON.parse(projectFile('package.json')) as {
      devDependencies: { node: string };
    };
    expect(text).toContain(`FROM node:${devDependencies.node}-`);
  });
});

describe('docker-compose.embedded.yml', () => {
  const broker = (parse(projectFile('docker-compose.embedded.yml')) as Compose).services.broker;

  it('keeps to the specification, and to the rules of a linter', () => {
    const file = 'docker-compose.embedded.yml';
    const { status, stdout } = spawnSync('dclint', [file], { cwd: top, encoding: 'utf8' });
    expect([status, stdout.trim()]).toEqual([0, '']);
  });

  it('keeps what the image declares as a volume', () => {
    const { volumes } = lastStage(projectFile('Dockerfile'));
    expect(broker.volumes.map((volume) => volume.split(':')[1])).toEqual(volumes);
  });

  it('lets the container write nowhere else, and get no rights', () => {
    expect(broker).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });
});

interface Compose {
  readonly services: { readonly broker: { readonly volumes: readonly string[] } };
}
