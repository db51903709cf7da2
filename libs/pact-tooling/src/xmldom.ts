import { createRequire } from 'node:module';
import type * as XmlDom from '@xmldom/xmldom';

const require = createRequire(import.meta.url);

/** What reads and writes XML, loaded with the first document: hardly a contract has one. */
export const xmlDom = (): typeof XmlDom => require('@xmldom/xmldom') as typeof XmlDom;
