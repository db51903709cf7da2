import { describe, expect, it } from '@jest/globals';
import { top } from '@pact-workshop/packages';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';
import { projectFile } from './files.ts';
import { lastStage } from './image-stage.ts';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

const manifests = parseAllDocuments(projectFile('deploy/kubernetes.yaml')).map(
  (document) => document.toJSON() as Manifest,
);

/** What TypeScript finds wrong with manifests, by types that are made of the API's own description. */
function mistakes(checked: readonly Manifest[]): string[] {
  const code = checked.map(({ apiVersion, kind, ...rest }, index) => {
    const module = apiVersion === 'v1' ? 'core/v1' : apiVersion;
    const manifest = JSON.stringify({ apiVersion, kind, ...rest });
    return `export const manifest${index}: import('kubernetes-types/${module}').${kind} = ${manifest};`;
  });
  const file = `${top}tools/executable/src/manifests.ts`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    lib: ['lib.es5.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile(file, code.join('\n'), ts.ScriptTarget.ESNext);
  const sourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...more) => (path === file ? source : sourceFile(path, ...more));
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('deploy/kubernetes.yaml', () => {
  const found = (kind: string) => manifests.find((manifest) => manifest.kind === kind)?.spec;

  it('is as Kubernetes describes it', () => {
    expect(manifests.map(({ kind }) => kind)).toEqual(['PersistentVolumeClaim', 'Deployment', 'Service']);
    expect(mistakes(manifests)).toEqual([]);
    const wrong = manifests.map(({ spec, ...rest }) => ({ ...rest, spec: { ...spec, replcas: 1 } }));
    expect(mistakes(wrong).map((mistake) => /"replcas"' does not exist/.test(mistake))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('has one writer of the database at a time', () => {
    expect(found('Deployment')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  });

  it("runs as the image's user, and keeps its volume", () => {
    const { user, volumes } = lastStage(projectFile('Dockerfile'));
    const [uid, gid] = user.split(':').map(Number);
    expect(found('Deployment')).toMatchObject({
      template: {
        spec: {
          securityContext: { runAsNonRoot: true, runAsUser: uid, runAsGroup: gid, fsGroup: gid },
          containers: [
            { volumeMounts: [{ name: 'data', mountPath: volumes.join() }, { mountPath: '/tmp' }] },
          ],
          volumes: [
            { name: 'data', persistentVolumeClaim: { claimName: 'embedded-broker' } },
            { emptyDir: {} },
          ],
        },
      },
    });
  });
});
