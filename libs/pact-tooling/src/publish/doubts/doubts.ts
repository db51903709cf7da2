import type { PactFile } from '../../pact/index.ts';
import type { Notice } from '../notice.ts';
import { lostXmlRules } from './lost-xml-rules.ts';
import { partsOf } from './parts.ts';
import { randomDescriptions } from './random-descriptions.ts';
import { rubyMatchers } from './ruby-matchers.ts';

/**
 * Doubts whether these contracts are as intended. They do not prevent publishing.
 * @returns warnings with the file, the interactions and advice
 */
export function doubtsOf(files: readonly PactFile[]): Notice[] {
  return files.flatMap(({ source, interactions, bytes }) => {
    const parts = partsOf(JSON.parse(bytes.toString('utf8')));
    const descriptions = interactions.map(({ description }) => description);
    return [randomDescriptions(descriptions), rubyMatchers(parts), lostXmlRules(parts)]
      .filter((doubt) => doubt !== undefined)
      .map((doubt): Notice => ({ type: 'warning', text: `${source}: ${doubt}` }));
  });
}
