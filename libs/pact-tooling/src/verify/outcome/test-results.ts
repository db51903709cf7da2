import type { PactDocument } from '../../pact/index.ts';
import type { InteractionResult, Mismatch } from './result.ts';

/**
 * The results of single interactions as brokers take them in a verification result: the shape that Pact's own verifier
 * publishes (pact_verifier 1.4, `build_payload`).
 * @param interactions what became of the pact's interactions, in their order
 */
export function testResults(
  { interactions: contracted }: Pick<PactDocument, 'interactions'>,
  interactions: readonly InteractionResult[],
): object[] {
  return interactions.map(({ status, description, mismatches }, i) => {
    const id = contracted[i]?.id;
    const errors = mismatches.filter(({ type }) => type === 'error');
    const differences = mismatches.filter(({ type }) => type !== 'error');
    return {
      ...(id === undefined ? {} : { interactionId: id }),
      interactionDescription: description,
      success: status === 'passed',
      ...(differences.length > 0 ? { mismatches: differences.map(difference) } : {}),
      ...(errors.length > 0 ? { exceptions: errors.map((error) => ({ message: error.description })) } : {}),
    };
  });
}

/** What is compared, as the broker's pages name it. */
const attributes: Readonly<Record<string, string>> = {
  StatusMismatch: 'status',
  HeaderMismatch: 'header',
  BodyMismatch: 'body',
  BodyTypeMismatch: 'body',
  MetadataMismatch: 'metadata',
};

function difference({ type, description, path }: Mismatch): object {
  return {
    attribute: attributes[type] ?? type,
    ...(path === undefined ? {} : { identifier: path }),
    description,
  };
}
