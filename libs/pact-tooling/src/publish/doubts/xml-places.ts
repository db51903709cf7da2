import type { Element } from '@xmldom/xmldom';
import { xmlDom } from '../../xmldom.ts';

/** An element, attribute or text of an XML document, with the names on the way to it. */
export interface XmlPlace {
  /** The names in the document, with prefixes: `ns:root`, `@ns:id`, `#text`. */
  readonly spelled: readonly string[];
  /** The names that Pact uses, with the namespace instead of the prefix: `urn:shop:root`, `@urn:shop:id`. */
  readonly named: readonly string[];
}

/**
 * All places of an XML document that can have a matching rule.
 * @returns undefined if the text is not XML, or has a prefix without a namespace
 */
export function xmlPlaces(text: string): XmlPlace[] | undefined {
  const xml = text.replace(/^\uFEFF/, '').trim();
  if (!xml.startsWith('<')) return undefined;
  const { DOMParser } = xmlDom();
  let root: Element | null;
  try {
    root = new DOMParser({ onError: stopAtErrors }).parseFromString(xml, 'application/xml').documentElement;
  } catch {
    return undefined;
  }
  const places: XmlPlace[] = [];
  const open = root ? [{ element: root, around: { spelled: [], named: [] } as XmlPlace }] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element, around } = next;
    const here = inside(around, element.nodeName, nameOf(element));
    places.push(here, inside(here, '#text', '#text'));
    for (const attribute of element.attributes) {
      places.push(inside(here, `@${attribute.nodeName}`, `@${nameOf(attribute)}`));
    }
    for (const child of element.childNodes) {
      if (child.nodeType === child.ELEMENT_NODE) open.push({ element: child as Element, around: here });
    }
  }
  return places;
}

function inside({ spelled, named }: XmlPlace, spelling: string, name: string): XmlPlace {
  return { spelled: [...spelled, spelling], named: [...named, name] };
}

function nameOf(node: Pick<Element, 'nodeName' | 'localName' | 'namespaceURI'>): string {
  // Pact does not compare the declarations of namespaces: every prefix is right.
  if (/^xmlns(?::|$)/.test(node.nodeName)) return node.nodeName;
  return node.namespaceURI ? `${node.namespaceURI}:${node.localName}` : node.nodeName;
}

function stopAtErrors(level: string, message: string): void {
  if (level !== 'warning') throw new Error(message);
}
