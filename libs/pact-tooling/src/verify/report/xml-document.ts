import type { Document, Element } from '@xmldom/xmldom';
import { xmlDom } from '../../xmldom.ts';

/** An element of the document. */
export interface XmlElement {
  readonly name: string;
  /** Attributes without a value are omitted. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly XmlElement[];
  /** Instead of children. */
  readonly text?: string;
}

/** Characters that XML 1.0 can't contain: control characters, halves of surrogate pairs, and two others. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Writes an XML document, an element on each line.
 * U+FFFD, the replacement character, replaces characters that XML forbids.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlDocument(root: XmlElement): string {
  const { DOMImplementation, XMLSerializer } = xmlDom();
  const document = new DOMImplementation().createDocument(null, '');
  const element = elementOf(root, document, '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(element)}\n`;
}

function elementOf(
  { name, attributes, children = [], text = '' }: XmlElement,
  document: Document,
  indent: string,
): Element {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, allowed(String(value)));
  }
  const inner = `\n${indent}  `;
  for (const child of children) {
    element.appendChild(document.createTextNode(inner));
    element.appendChild(elementOf(child, document, `${indent}  `));
  }
  if (children.length > 0) element.appendChild(document.createTextNode(`\n${indent}`));
  else if (text !== '') element.appendChild(document.createTextNode(allowed(text)));
  return element;
}

function allowed(text: string): string {
  return text.replace(forbidden, '\uFFFD');
}
