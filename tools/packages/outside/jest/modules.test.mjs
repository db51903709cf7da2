import * as broker from '@pact-workshop/embedded-broker';
import * as tooling from '@pact-workshop/pact-tooling';
import { workflow } from '../workflow.cjs';

test('the workflow', () => workflow(broker, tooling));
