import * as broker from '@pact-workshop/embedded-broker';
import * as tooling from '@pact-workshop/pact-tooling';
import { expect, test } from 'vitest';
// @ts-expect-error: it is JavaScript
import { workflow } from '../workflow.cjs';

test('the workflow', () => workflow(broker, tooling));

test('a refusal', () =>
  expect(tooling.publishPacts({ dir: 'nowhere' })).rejects.toThrow(tooling.PactFileError));
