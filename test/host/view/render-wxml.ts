import { type Bag, isBag, textOf } from '../bag';
import type { Expressions, Scope } from '../wxml/expression';
import type { WxmlElement, WxmlNode } from '../wxml/parse-wxml';
import type { WxmlFile } from '../wxml/wxml-file';
import type { ElementState, EventBinding, Phase, ViewNode, ViewOwner } from './view-node';

/** What renders a custom component's own tree: its instance and children. */
export interface RenderedComponent {
  readonly owner: ViewOwner;
  readonly file: WxmlFile;
  readonly data: Bag;
}

export interface RenderPort {
  readonly expressions: Expressions;
  /** The element's state, kept by key as long as each rendering has the key. */
  stateOf(key: string, tag: string, attributes: ReadonlyMap<string, unknown>): ElementState;
  /** The component behind a tag in `owner`'s view, updated with its attributes; null = a built-in component. */
  component(
    owner: ViewOwner,
    key: string,
    tag: string,
    attributes: ReadonlyMap<string, unknown>,
  ): RenderedComponent | null;
}

interface Place {
  readonly file: WxmlFile;
  readonly owner: ViewOwner;
  readonly slot: ((parent: ViewNode, name: string, key: string) => ViewNode[]) | null;
}

const BINDING = /^(capture-bind|capture-catch|mut-bind|bind|catch):?([a-zA-Z][\w-]*)$/;
const CONTROL = new Set([
  'wx:if',
  'wx:elif',
  'wx:else',
  'wx:for',
  'wx:for-items',
  'wx:for-item',
  'wx:for-index',
  'wx:key',
]);

type Draft = { -readonly [K in keyof ViewNode]: ViewNode[K] };

export function renderWxml(port: RenderPort, rootFile: WxmlFile, rootOwner: ViewOwner, data: Bag): ViewNode {
  const { expressions } = port;
  const noEvents = new Map<string, EventBinding[]>();

  const node = (
    key: string,
    tag: string,
    parent: ViewNode | null,
    owner: ViewOwner,
    attributes: Map<string, unknown>,
  ): Draft => ({
    ...{ key, tag, text: '', attributes, events: noEvents, children: [], parent, owner, component: null },
    state: port.stateOf(key, tag, attributes),
  });

  const evaluateAttributes = (element: WxmlElement, scope: Scope) => {
    const attributes = new Map<string, unknown>();
    const events = new Map<string, EventBinding[]>();
    for (const [name, source] of element.attributes) {
      if (CONTROL.has(name) || name === 'slot') {
        continue;
      }
      const value = expressions.evaluate(source, scope);
      const binding = BINDING.exec(name);
      if (binding) {
        const [, phase = 'bind', type = ''] = binding;
        const handler = textOf(value);
        if (handler) {
          const list = events.get(type.toLowerCase()) ?? [];
          events.set(type.toLowerCase(), [...list, { phase: phase as Phase, handler }]);
        }
      } else {
        attributes.set(name, value);
      }
    }
    return { attributes, events };
  };

  const renderElement = (
    element: WxmlElement,
    scope: Scope,
    place: Place,
    parent: ViewNode,
    key: string,
  ): ViewNode[] => {
    const { tag } = element;
    if (tag === 'block') {
      return renderAll(element.children, scope, place, parent, key);
    }
    if (tag === 'template') {
      const name = textOf(expressions.evaluate(element.attributes.get('is') ?? '', scope));
      const template = place.file.templates.get(name);
      if (!template) {
        throw new Error(`Template \`${name}\` not found in ${place.file.name}`);
      }
      const source = element.attributes.get('data');
      const variables = source ? expressions.evaluateData(source, scope) : {};
      const inner: Scope = { variables, outer: { variables: template.file.modules, outer: null } };
      // Another template is another piece of view: what stood there is thrown away, with its keyboard and its text.
      const within: Place = { ...place, file: template.file };
      return renderAll(template.element.children, inner, within, parent, `${key}<${name}>`);
    }
    if (tag === 'slot') {
      return place.slot?.(parent, element.attributes.get('name') ?? '', key) ?? [];
    }
    const { attributes, events } = evaluateAttributes(element, scope);
    const draft = node(key, tag, parent, place.owner, attributes);
    draft.events = events;
    const component = port.component(place.owner, key, tag, attributes);
    if (!component) {
      draft.children = renderAll(element.children, scope, place, draft, key);
      return [draft];
    }
    draft.component = component.owner;
    const slot: Place['slot'] = (at, name, slotKey) => {
      const content = element.children.filter((child) =>
        'text' in child ? name === '' : (child.attributes.get('slot') ?? '') === name,
      );
      return renderAll(content, scope, place, at, `${slotKey}/slot`);
    };
    const within: Scope = { variables: component.data, outer: { variables: component.file.modules, outer: null } };
    const inner: Place = { file: component.file, owner: component.owner, slot };
    draft.children = renderAll(component.file.body, within, inner, draft, `${key}/shadow`);
    return [draft];
  };

  const renderFor = (
    element: WxmlElement,
    list: string,
    scope: Scope,
    place: Place,
    parent: ViewNode,
    key: string,
  ): ViewNode[] => {
    const value = expressions.evaluate(list, scope);
    const rows: [string | number, unknown][] = isBag(value)
      ? Object.entries(value)
      : (Array.isArray(value) ? value : []).map((item, index) => [index, item]);
    const itemName = element.attributes.get('wx:for-item') ?? 'item';
    const indexName = element.attributes.get('wx:for-index') ?? 'index';
    const keyName = element.attributes.get('wx:key');
    return rows.flatMap(([index, item]) => {
      const inner: Scope = { variables: { [itemName]: item, [indexName]: index }, outer: scope };
      const named = keyName === '*this' ? item : keyName && isBag(item) ? item[keyName] : index;
      const rowKey = `${key}[${textOf(named ?? index)}]`;
      const condition = element.attributes.get('wx:if');
      const shown = condition === undefined || expressions.evaluate(condition, inner);
      return shown ? renderElement(element, inner, place, parent, rowKey) : [];
    });
  };

  const renderAll = (
    nodes: readonly WxmlNode[],
    scope: Scope,
    place: Place,
    parent: ViewNode,
    key: string,
  ): ViewNode[] => {
    const out: ViewNode[] = [];
    let open = false;
    nodes.forEach((item, position) => {
      const itemKey = `${key}/${position}`;
      if ('text' in item) {
        const draft = node(itemKey, '#text', parent, place.owner, new Map());
        draft.text = textOf(expressions.evaluate(item.text.trim(), scope));
        out.push(draft);
        return;
      }
      const { attributes } = item;
      const list = attributes.get('wx:for') ?? attributes.get('wx:for-items');
      if (list !== undefined) {
        out.push(...renderFor(item, list, scope, place, parent, itemKey));
        return;
      }
      const first = attributes.get('wx:if');
      const further = attributes.get('wx:elif');
      let shown = true;
      if (first !== undefined) {
        shown = Boolean(expressions.evaluate(first, scope));
        open = !shown;
      } else if (further !== undefined) {
        shown = open && Boolean(expressions.evaluate(further, scope));
        open = open && !shown;
      } else if (attributes.has('wx:else')) {
        shown = open;
        open = false;
      }
      if (shown) {
        out.push(...renderElement(item, scope, place, parent, itemKey));
      }
    });
    return out;
  };

  const root = node('', '#root', null, rootOwner, new Map());
  const scope: Scope = { variables: data, outer: { variables: rootFile.modules, outer: null } };
  root.children = renderAll(rootFile.body, scope, { file: rootFile, owner: rootOwner, slot: null }, root, '');
  return root;
}
