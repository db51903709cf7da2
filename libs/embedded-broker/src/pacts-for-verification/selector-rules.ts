/** What a selector's validity depends on besides itself. */
export interface SelectorContext {
  readonly providerVersionBranch: string | undefined;
  readonly environmentExists: (name: string) => boolean;
}

const branchFields = [
  'mainBranch',
  'branch',
  'matchingBranch',
  'fallbackBranch',
  'tag',
  'fallbackTag',
  'latest',
];
const environmentFields = ['deployed', 'released', 'deployedOrReleased', 'environment'];

/** What is wrong with a consumer version selector, in the official words (semantics.md 6.1). */
export function selectorErrors(given: unknown, context: SelectorContext): string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return ['must be a hash'];
  const selector = given as Record<string, unknown>;
  const typeErrors = fieldTypeErrors(selector);
  if (typeErrors.length > 0) return typeErrors;
  const is = (field: string) => selector[field] === true || selector[field] === 'true';
  const has = (field: string) =>
    is(field) || (typeof selector[field] === 'string' && selector[field] !== 'false');
  const latestFalse = selector['latest'] === false || selector['latest'] === 'false';
  const criteria = [...branchFields, ...environmentFields].filter(has);
  if (criteria.length === 0) {
    return [
      'must specify a value for environment or tag or branch, or specify mainBranch=true, matchingBranch=true, latest=true, deployed=true, released=true or deployedOrReleased=true',
    ];
  }
  const environment = selector['environment'];
  return [
    ...(has('tag') && has('branch') ? ['cannot specify both a tag and a branch'] : []),
    ...(is('mainBranch') && criteria.some((field) => !['mainBranch', 'latest'].includes(field))
      ? ['cannot specify mainBranch=true with any other criteria apart from consumer']
      : []),
    ...(is('matchingBranch') && criteria.some((field) => field !== 'matchingBranch')
      ? ['cannot specify matchingBranch=true with any other criteria apart from consumer']
      : []),
    ...(is('matchingBranch') && context.providerVersionBranch === undefined
      ? ['the providerVersionBranch must be specified when the selector matchingBranch=true is used']
      : []),
    ...(has('fallbackTag') && !has('tag') ? ['a tag must be specified when a fallbackTag is specified'] : []),
    ...(has('fallbackTag') && !is('latest') ? ['fallbackTag can only be set if latest is true'] : []),
    ...(has('fallbackBranch') && !has('branch')
      ? ['a branch must be specified when a fallbackBranch is specified']
      : []),
    ...(has('branch') && latestFalse ? ['cannot specify a branch with latest=false'] : []),
    ...(is('mainBranch') && latestFalse ? ['cannot specify mainBranch=true with latest=false'] : []),
    ...exclusiveErrors(is),
    ...mixtureErrors(criteria),
    ...(typeof environment === 'string' && !context.environmentExists(environment)
      ? [`environment with name '${environment}' does not exist`]
      : []),
  ];
}

function fieldTypeErrors(selector: Record<string, unknown>): string[] {
  const flags = ['mainBranch', 'matchingBranch', 'latest', 'deployed', 'released', 'deployedOrReleased'];
  const texts = ['fallbackBranch', 'tag', 'fallbackTag', 'environment', 'consumer'];
  const isPresent = (field: string) => selector[field] !== undefined && selector[field] !== null;
  const text = (field: string) =>
    typeof selector[field] !== 'string'
      ? [`${field} must be a string`]
      : selector[field] === ''
        ? [`${field} must be filled`]
        : [];
  return [
    ...flags
      .filter(
        (field) =>
          isPresent(field) && ![true, false, 'true', 'false'].includes(selector[field] as boolean | string),
      )
      .map((field) => `${field} must be one of: true, false`),
    ...texts.filter(isPresent).flatMap(text),
    ...(isPresent('branch') && selector['branch'] !== true ? text('branch') : []),
  ];
}

function exclusiveErrors(is: (field: string) => boolean): string[] {
  const pairs = [
    ['deployed', 'released'],
    ['deployed', 'deployedOrReleased'],
    ['released', 'deployedOrReleased'],
  ] as const;
  return pairs
    .filter(([a, b]) => is(a) && is(b))
    .map(([a, b]) => `cannot specify both ${a}=true and ${b}=true`);
}

function mixtureErrors(criteria: readonly string[]): string[] {
  const ofBranch = criteria.filter((field) => branchFields.includes(field));
  const ofEnvironment = criteria.filter((field) => environmentFields.includes(field));
  if (ofBranch.length === 0 || ofEnvironment.length === 0 || criteria.includes('mainBranch')) return [];
  const fields = (names: readonly string[]) =>
    `${names.length === 1 ? 'field' : 'fields'} ${names.join('/')}`;
  return [`cannot specify the ${fields(ofBranch)} with the ${fields(ofEnvironment)}`];
}
