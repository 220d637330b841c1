import { textOf } from '../bag';
import type { ViewNode } from './view-node';

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The rendered view as text, as DevTools' WXML panel shows it: attributes with values, no bindings. */
export function outerWxml(node: ViewNode): string {
  if (node.tag === '#text') {
    return escapeText(node.text);
  }
  const attributes = [...node.attributes]
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${name}="${escapeText(textOf(value)).replace(/"/g, '&quot;')}"`)
    .join('');
  return `<${node.tag}${attributes}>${innerWxml(node)}</${node.tag}>`;
}

export const innerWxml = (node: ViewNode): string => node.children.map(outerWxml).join('');
