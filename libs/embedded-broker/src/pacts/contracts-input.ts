import { fieldsOf, isFilled, unparsableBody, ValidationError } from '../http/index.ts';
import { contractInput, isBlank, textErrors, type ContractToPublish } from './contract-input.ts';

/** A request to publish contracts, read and checked. */
export interface ContractsToPublish {
  readonly pacticipantName: string;
  readonly pacticipantVersionNumber: string;
  readonly branch: string | undefined;
  /** Undefined when the request says nothing of tags. */
  readonly tags: readonly string[] | undefined;
  readonly buildUrl: string | undefined;
  readonly contracts: readonly ContractToPublish[];
}

/**
 * Reads the body of `POST /contracts/publish`.
 * Source: docs/official-broker/publishing.md#request.
 * @throws ValidationError with the official messages, those of contracts with their index
 */
export function contractsInput(body: unknown): ContractsToPublish {
  if (Array.isArray(body)) throw unparsableBody('TypeError - no implicit conversion of String into Integer');
  const given = fieldsOf(body);
  const { pacticipantName, pacticipantVersionNumber, branch, tags, buildUrl, contracts } = given;
  const list: unknown[] = Array.isArray(contracts) ? contracts : [];
  const read = list.map((contract) => contractInput(fieldsOf(contract)));
  const all: Record<string, readonly string[]> = {
    pacticipantName: named(textErrors(pacticipantName), pacticipantName),
    pacticipantVersionNumber: numbered(textErrors(pacticipantVersionNumber), pacticipantVersionNumber),
    branch: isGiven(branch) ? numbered(stringErrors(branch), branch) : [],
    tags: isGiven(tags) ? tagErrors(tags) : [],
    buildUrl: isGiven(buildUrl) ? [...stringErrors(buildUrl), ...lineErrors(buildUrl)] : [],
    contracts: listErrors(contracts) ?? [
      ...read.flatMap(({ errors }, i) => errors.map((message) => at(i, message))),
      ...(textErrors(pacticipantName).length > 0 ? [] : ownerErrors(list, pacticipantName as string)),
    ],
  };
  const errors = Object.fromEntries(Object.entries(all).filter(([, messages]) => messages.length > 0));
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return {
    pacticipantName: pacticipantName as string,
    pacticipantVersionNumber: pacticipantVersionNumber as string,
    branch: (branch as string | null | undefined) ?? undefined,
    tags: (tags as unknown[] | null | undefined)?.map(String),
    buildUrl: (buildUrl as string | null | undefined) ?? undefined,
    contracts: read.map(({ contract }) => contract),
  };
}

const at = (index: number, message: string): string => `${message} (at index ${index})`;

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const stringErrors = (value: unknown): string[] => (typeof value === 'string' ? [] : ['must be a string']);

const lineErrors = (value: unknown): string[] =>
  typeof value === 'string' && value.includes('\n') ? ['cannot contain multiple lines'] : [];

/** The errors of a name: `wrong`, or that it is blank. */
function named(wrong: readonly string[], value: unknown): readonly string[] {
  return wrong.length === 0 && isBlank(value) ? ['cannot be blank'] : wrong;
}

/** The same of what stands in a line of its own: a version's number, a branch. */
function numbered(wrong: readonly string[], value: unknown): readonly string[] {
  return [...named(wrong, value), ...lineErrors(value)];
}

/** What is wrong with the list as such, which leaves nothing to say of its contracts. */
function listErrors(contracts: unknown): string[] | undefined {
  if (contracts === undefined) return ['is missing'];
  if (!Array.isArray(contracts)) return ['must be an array'];
  const wrong = contracts.flatMap((contract: unknown, i) =>
    typeof contract === 'object' && contract !== null && !Array.isArray(contract)
      ? []
      : [at(i, 'must be a hash')],
  );
  return wrong.length > 0 ? wrong : undefined;
}

/** Every contract has to be one of the pacticipant's. */
function ownerErrors(contracts: readonly unknown[], pacticipant: string): string[] {
  return contracts.flatMap((contract, i) => {
    const name = fieldsOf(contract)['consumerName'];
    if (name === undefined || name === null || name === false || name === pacticipant) return [];
    const text = typeof name === 'string' ? name : JSON.stringify(name);
    return [at(i, `consumerName ('${text}') must match pacticipantName ('${pacticipant}')`)];
  });
}

/** Tags may be numbers; other than texts, numbers and flags have no name to be stored by. */
function tagErrors(tags: unknown): string[] {
  if (!Array.isArray(tags)) return ['must be an array'];
  const messages = (rule: (tag: unknown) => string | undefined) =>
    tags.flatMap((tag: unknown, i) => {
      const message = rule(tag);
      return message === undefined ? [] : [at(i, message)];
    });
  const wrong = messages((tag) => {
    if (!isFilled(tag)) return 'must be filled';
    return typeof tag === 'object' ? 'must be a string' : undefined;
  });
  return wrong.length > 0 ? wrong : messages((tag) => (isBlank(tag) ? 'cannot be blank' : undefined));
}
