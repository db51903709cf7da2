/** What a selector's validity depends on besides itself. */
export interface SelectorContext {
  readonly providerVersionBranch: string | undefined;
  readonly environmentExists: (name: string) => boolean;
}

type Selector = Readonly<Record<string, unknown>>;

const flagFields = ['mainBranch', 'matchingBranch', 'deployed', 'released', 'deployedOrReleased'];
const textFields = ['fallbackBranch', 'tag', 'fallbackTag', 'environment', 'consumer'];
/** Fields that choose by what is being worked on, and fields that choose by what is live. They don't mix. */
const branchFields = [
  'branch',
  'fallbackBranch',
  'fallbackTag',
  'latest',
  'mainBranch',
  'matchingBranch',
  'tag',
];
const liveFields = ['deployed', 'deployedOrReleased', 'environment', 'released'];
/** Fields that are enough to choose something. */
const sufficientFields = ['branch', 'latest', 'mainBranch', 'matchingBranch', 'tag', ...liveFields];

/**
 * What is wrong with a consumer version selector, in the official words.
 * Source: docs/official-broker/pacts-for-verification.md#selector-rules.
 */
export function selectorErrors(given: unknown, context: SelectorContext): string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return ['must be a hash'];
  const selector = given as Selector;
  const typeErrors = fieldErrors(selector);
  return typeErrors.length > 0 ? typeErrors : ruleErrors(selector, context);
}

function fieldErrors(selector: Selector): string[] {
  const errors = (fields: readonly string[], check: (value: unknown) => string | undefined) =>
    fields.flatMap((field) => {
      if (!(field in selector)) return [];
      const value = selector[field];
      const error = value === null || value === '' ? 'must be filled' : check(value);
      return error === undefined ? [] : [`${field} ${error}`];
    });
  return [
    ...errors(flagFields, (value) => (value === true ? undefined : 'must be one of: true')),
    ...errors(textFields, (value) => (typeof value === 'string' ? undefined : 'must be a string')),
    ...errors(['branch'], (value) =>
      typeof value === 'string' || value === true
        ? undefined
        : 'must be a string or branch must be equal to true',
    ),
    ...errors(['latest'], (value) =>
      typeof value === 'boolean' ? undefined : 'must be one of: true, false',
    ),
  ];
}

function ruleErrors(
  selector: Selector,
  { providerVersionBranch, environmentExists }: SelectorContext,
): string[] {
  const is = (field: string) => selector[field] === true;
  const has = (field: string) => {
    const value = selector[field];
    return value === true || (typeof value === 'string' && value.trim() !== '');
  };
  const { environment, latest } = selector;
  const criteria = [...branchFields, ...liveFields].filter(has);
  const others = (...fields: readonly string[]) => criteria.some((field) => !fields.includes(field));
  const when = (condition: boolean, message: string) => (condition ? [message] : []);
  return [
    ...when(typeof selector['consumer'] === 'string' && !has('consumer'), 'consumer cannot be blank'),
    ...when(
      !sufficientFields.some(has),
      'must specify a value for environment or tag or branch, or specify mainBranch=true, matchingBranch=true, latest=true, deployed=true, released=true or deployedOrReleased=true',
    ),
    ...when(
      is('mainBranch') && others('mainBranch', 'latest'),
      'cannot specify mainBranch=true with any other criteria apart from consumer',
    ),
    ...when(
      is('matchingBranch') && others('matchingBranch'),
      'cannot specify matchingBranch=true with any other criteria apart from consumer',
    ),
    ...when(has('tag') && has('branch'), 'cannot specify both a tag and a branch'),
    ...when(has('fallbackTag') && !is('latest'), 'fallbackTag can only be set if latest is true'),
    ...when(has('fallbackTag') && !has('tag'), 'a tag must be specified when a fallbackTag is specified'),
    ...when(
      has('fallbackBranch') && !has('branch'),
      'a branch must be specified when a fallbackBranch is specified',
    ),
    ...when(has('branch') && latest === false, 'cannot specify a branch with latest=false'),
    ...when(is('mainBranch') && latest === false, 'cannot specify mainBranch=true with latest=false'),
    ...when(
      is('matchingBranch') && providerVersionBranch === undefined,
      'the providerVersionBranch must be specified when the selector matchingBranch=true is used',
    ),
    ...mixtureErrors(criteria),
    ...exclusiveErrors(is),
    ...when(
      typeof environment === 'string' && !environmentExists(environment),
      `environment with name '${String(environment)}' does not exist`,
    ),
  ];
}

function mixtureErrors(criteria: readonly string[]): string[] {
  const ofBranch = criteria.filter((field) => branchFields.includes(field));
  const ofLive = criteria.filter((field) => liveFields.includes(field));
  if (ofBranch.length === 0 || ofLive.length === 0) return [];
  const fields = (names: readonly string[]) =>
    `${names.length === 1 ? 'field' : 'fields'} ${names.join('/')}`;
  return [`cannot specify the ${fields(ofBranch)} with the ${fields(ofLive)}`];
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
