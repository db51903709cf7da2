import { del, get, patch, post, put, type Step } from '../http/step.ts';
import type { Operation } from './operation.ts';
import type { Names } from './world.ts';

/** What is done to one pacticipant: its versions, branches, tags, labels, and where they run. */
type OfPacticipant = Exclude<
  Extract<Operation, { readonly name: unknown }>,
  { readonly does: 'verify the first that is offered' }
>;

/** The requests of such an operation. */
export function pacticipantSteps(one: OfPacticipant, names: Names): readonly Step[] {
  const path = `/pacticipants/${names(one.name)}`;
  switch (one.does) {
    case 'undeploy':
      return undeploy(one, names);
    case 'end support':
      return endSupport(one, path);
    default:
      return [request(one, path, names)];
  }
}

type OfOneRequest = Exclude<OfPacticipant, { readonly does: 'undeploy' | 'end support' }>;

function request(one: OfOneRequest, path: string, names: Names): Step {
  switch (one.does) {
    case 'deploy':
      return post(
        'A36',
        'deploy',
        `${path}/versions/${one.version}/deployed-versions/environment/{${one.environment}}`,
        one.instance === '' ? {} : { applicationInstance: one.instance },
      );
    case 'release':
      return post(
        'A37',
        'release',
        `${path}/versions/${one.version}/released-versions/environment/{${one.environment}}`,
        {},
      );
    case 'tag':
      return put('A27', 'tag', `${path}/versions/${one.version}/tags/${one.tag}`, {});
    case 'untag':
      return del('A27', 'untag', `${path}/versions/${one.version}/tags/${one.tag}`);
    case 'branch':
      return put('A30', 'branch', `${path}/branches/${one.branch}/versions/${one.version}`, {});
    case 'unbranch':
      return del('A30', 'unbranch', `${path}/branches/${one.branch}/versions/${one.version}`);
    case 'delete branch':
      return del('A29', 'delete branch', `${path}/branches/${one.branch}`);
    case 'version':
      return put('A23', 'version', `${path}/versions/${one.version}`, {
        buildUrl: 'http://ci.example.org/1',
      });
    case 'delete version':
      return del('A23', 'delete version', `${path}/versions/${one.version}`);
    case 'main branch':
      return patch('A21', 'main branch', path, { mainBranch: one.branch });
    case 'label':
      return put('B20', 'label', `${path}/labels/${names('label')}`, {});
    case 'unlabel':
      return del('B20', 'unlabel', `${path}/labels/${names('label')}`);
  }
}

function undeploy(
  { name, environment }: Extract<OfPacticipant, { does: 'undeploy' }>,
  names: Names,
): readonly Step[] {
  const where = `/environments/{${environment}}/deployed-versions/currently-deployed`;
  return [
    get('A34', 'what to undeploy', `${where}?pacticipant=${names(name)}`, {
      keep: { deployed: '_embedded.deployedVersions.0._links.self.href' },
    }),
    patch('A38', 'undeploy', '{deployed}', { currentlyDeployed: false }),
  ];
}

function endSupport(
  { version, environment }: Extract<OfPacticipant, { does: 'end support' }>,
  path: string,
): readonly Step[] {
  const where = `${path}/versions/${version}/released-versions/environment/{${environment}}`;
  return [
    get('A37', 'what to end', where, { keep: { released: '_embedded.releasedVersions.0._links.self.href' } }),
    patch('A39', 'end support', '{released}', { currentlySupported: false }),
  ];
}
