/** One element or text of a WXML file, before any data. */
export interface WxmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly WxmlNode[];
}
export type WxmlNode = WxmlElement | { readonly text: string };

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };
const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos|nbsp);/g, (_all, name) => ENTITIES[name] ?? '');

const TAG = /<!--[\s\S]*?-->|<\/\s*([\w-]+)\s*>|<([\w-]+)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, decode(double ?? single ?? ''));
  }
  return attributes;
}

interface Open {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: WxmlNode[];
}

/** Parses WXML. Text of white space only is dropped. @throws Error with the file's name when tags do not match */
export function parseWxml(source: string, fileName: string): readonly WxmlNode[] {
  const root: Open = { tag: '', attributes: new Map(), children: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack[stack.length - 1] ?? root;
  const addText = (text: string) => {
    if (text.trim() !== '') {
      top().children.push({ text: decode(text) });
    }
  };
  let end = 0;
  TAG.lastIndex = 0;
  for (const match of source.matchAll(TAG)) {
    const [all, closing, opening, attributes = '', selfClosing] = match;
    addText(source.slice(end, match.index));
    end = match.index + all.length;
    if (opening !== undefined) {
      const element: Open = { tag: opening, attributes: readAttributes(attributes), children: [] };
      top().children.push(element);
      if (!selfClosing && opening === 'wxs') {
        const close = source.indexOf('</wxs>', end);
        element.children.push({ text: source.slice(end, close) });
      }
      if (!selfClosing) {
        stack.push(element);
      }
    } else if (closing !== undefined) {
      const element = stack.pop();
      if (!element || element.tag !== closing) {
        throw new Error(`${fileName}: unexpected </${closing}>`);
      }
    }
  }
  addText(source.slice(end));
  if (stack.length > 1) {
    throw new Error(`${fileName}: <${top().tag}> is not closed`);
  }
  return root.children;
}
