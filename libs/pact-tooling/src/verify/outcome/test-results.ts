import type { PactDocument } from '../../pact/index.ts';
import type { InteractionResult, Mismatch } from './result.ts';

/**
 * The results of single interactions for a verification result, in the shape of Pact's own verifier
 * (pact_verifier 1.4, `build_payload`).
 * @param interactions the results of the pact's interactions, in their order
 */
export function testResults(
  { interactions: contracted }: Pick<PactDocument, 'interactions'>,
  interactions: readonly InteractionResult[],
): object[] {
  return interactions.map(({ status, description, mismatches }, i) => {
    const errors = mismatches.filter(({ type }) => type === 'error');
    const differences = mismatches.filter(({ type }) => type !== 'error');
    return {
      interactionId: contracted[i]?.id,
      interactionDescription: description,
      success: status === 'passed',
      mismatches: differences.length > 0 ? differences.map(difference) : undefined,
      exceptions: errors.length > 0 ? errors.map((error) => ({ message: error.description })) : undefined,
    };
  });
}

/** The compared parts, with the names of the broker's pages. */
const attributes: Readonly<Record<string, string>> = {
  StatusMismatch: 'status',
  HeaderMismatch: 'header',
  BodyMismatch: 'body',
  BodyTypeMismatch: 'body',
  MetadataMismatch: 'metadata',
};

function difference({ type, description, path }: Mismatch): object {
  return { attribute: attributes[type] ?? type, identifier: path, description };
}
