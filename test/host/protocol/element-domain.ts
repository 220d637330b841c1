import type { PageInstance } from '../app/page-instance';
import { readDataPath } from '../app/set-data';
import { type Bag, bagOf, isCallable, textOf } from '../bag';
import type { Host } from '../host';
import { NotInHost } from '../refusal';
import { controlValue, isChecked } from '../view/form-value';
import { readStyles } from '../view/read-styles';
import { selectAll } from '../view/select';
import { innerWxml, outerWxml } from '../view/serialize-wxml';
import { innerText, isOn, type ViewNode } from '../view/view-node';
import { screenRect } from '../wx/selector-query';
import { componentOf, describeElement, elementOf } from './element-handle';
import type { Domain } from './session';

const camel = (name: string): string => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const FORM = new Set(['input', 'textarea', 'picker', 'slider', 'checkbox-group', 'radio-group']);
const SWITCHES = new Set(['switch', 'checkbox', 'radio']);

/** What a built-in component shows as properties: its attributes and what was done to it. */
function propertiesOf(node: ViewNode): Bag {
  const properties: Bag = {};
  for (const [name, value] of node.attributes) properties[camel(name)] = value;
  if (FORM.has(node.tag)) properties.value = controlValue(node);
  if (SWITCHES.has(node.tag)) properties.checked = isChecked(node);
  if (node.attributes.has('disabled')) properties.disabled = isOn(node, 'disabled');
  return properties;
}

function domProperty(page: PageInstance, node: ViewNode, name: string): unknown {
  switch (name) {
    case 'innerText':
      return innerText(node);
    case 'offsetWidth':
      return page.view.layout().rectOf(node)?.width ?? 0;
    case 'offsetHeight':
      return page.view.layout().rectOf(node)?.height ?? 0;
    default:
      throw new NotInHost(`DOM property ${name}`);
  }
}

const touchList = (...lists: unknown[]): Bag[] => (lists.find(Array.isArray) as Bag[] | undefined) ?? [];

function scrollTo(node: ViewNode, page: PageInstance, left: number, top: number): void {
  node.state.scrollLeft = left;
  node.state.scrollTop = top;
  page.gestures.dispatch(node, { type: 'scroll', detail: { scrollTop: top, scrollLeft: left } });
}

type ElementFunction = (page: PageInstance, node: ViewNode, args: unknown[]) => unknown;

const FUNCTIONS: Record<string, ElementFunction> = {
  'input.input': (page, node, [text]) => page.keyboard.overwrite(node, textOf(text)),
  'textarea.input': (page, node, [text]) => page.keyboard.overwrite(node, textOf(text)),
  'switch.tap': (page, node) => page.gestures.toggleSwitch(node),
  'scroll-view.scrollTo': (page, node, [left, top]) => scrollTo(node, page, Number(left), Number(top)),
  'scroll-view.scrollTop': (_page, node) => node.state.scrollTop,
  'scroll-view.scrollLeft': (_page, node) => node.state.scrollLeft,
  'slider.slideTo': (page, node, [value]) => page.gestures.trigger(node, 'change', { value }),
  'swiper.swipeTo': (page, node, [current]) => page.gestures.trigger(node, 'change', { current, source: 'touch' }),
};

/** Element.*: reading, touching, typing. Acts answer when rendering is at rest. */
export function elementDomain(host: Host): Domain {
  const settled = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const { activity } = host.running();
    const result = await work();
    await activity.whenIdle();
    return result;
  };
  const find = ({ node }: { node: ViewNode }, selector: string) =>
    selectAll(node, selector, node.component ?? node.owner);
  const list = (params: Bag, key: string, read: (name: string) => unknown) => ({
    [key]: (params.names as string[]).map(read),
  });
  const touch = (type: string) => (params: Bag) =>
    settled(() => {
      const { page, node } = elementOf(host, params);
      const touches = touchList(params.touches);
      page.gestures.touch(type, node, touches, touchList(params.changedTouches, params.changeTouches, params.touches));
      return {};
    });

  return {
    getElement(params) {
      const [node] = find(elementOf(host, params), textOf(params.selector));
      if (!node) throw new Error('no such element');
      return describeElement(node);
    },
    getElements: (params) => ({
      elements: find(elementOf(host, params), textOf(params.selector)).map(describeElement),
    }),
    getOffset(params) {
      const { page, node } = elementOf(host, params);
      const rect = screenRect(page, node);
      return { left: rect?.left ?? 0, top: rect?.top ?? 0 };
    },
    getWXML(params) {
      const { node } = elementOf(host, params);
      return { wxml: params.type === 'outer' ? outerWxml(node) : innerWxml(node) };
    },
    getAttributes(params) {
      const { node } = elementOf(host, params);
      return list(params, 'attributes', (name) => {
        const value = node.attributes.get(name);
        return value === undefined || value === null ? null : textOf(value);
      });
    },
    getStyles(params) {
      const { page, node } = elementOf(host, params);
      const declared = readStyles(host.app, page.path).of(node);
      return list(params, 'styles', (name) => declared[name] ?? '');
    },
    getDOMProperties(params) {
      const { page, node } = elementOf(host, params);
      return list(params, 'properties', (name) => domProperty(page, node, name));
    },
    getProperties(params) {
      const { node } = elementOf(host, params);
      const properties = propertiesOf(node);
      return list(params, 'properties', (name) =>
        name === '__propPublic'
          ? Object.fromEntries(Object.keys(properties).map((key) => [key, true]))
          : properties[name],
      );
    },
    tap: (params) =>
      settled(async () => {
        const { page, node } = elementOf(host, params);
        await page.gestures.tap(node);
        return {};
      }),
    touchstart: touch('touchstart'),
    touchmove: touch('touchmove'),
    touchend: touch('touchend'),
    triggerEvent: (params) =>
      settled(() => {
        const { page, node } = elementOf(host, params);
        page.gestures.trigger(node, textOf(params.type), host.running().realm.enter(params.detail));
        return {};
      }),
    dispatchEvent: (params) =>
      settled(() => {
        const { page, node } = elementOf(host, params);
        const changedTouches = touchList(params.changedTouches, params.changeTouches, params.touches);
        const touches = touchList(params.touches);
        page.gestures.dispatch(node, {
          type: textOf(params.eventName),
          detail: params.detail,
          touches,
          changedTouches,
        });
        return {};
      }),
    callFunction: (params) =>
      settled(() => {
        const { page, node } = elementOf(host, params);
        const name = textOf(params.functionName);
        const work = FUNCTIONS[name];
        if (!work) throw new NotInHost(`Element.callFunction ${name}`);
        return { result: work(page, node, (params.args ?? []) as unknown[]) };
      }),
    getData(params) {
      const { data } = componentOf(elementOf(host, params).node);
      return { data: params.path === undefined ? data : readDataPath(data, textOf(params.path)) };
    },
    setData: (params) =>
      settled(() => {
        componentOf(elementOf(host, params).node).setData(bagOf(params.data));
        return {};
      }),
    callMethod: (params) =>
      settled(async () => {
        const { instance } = componentOf(elementOf(host, params).node);
        const method = instance[textOf(params.method)];
        if (!isCallable(method)) throw new Error(`component.${textOf(params.method)} not exists`);
        return { result: await method.apply(instance, (params.args ?? []) as unknown[]) };
      }),
    callContextMethod() {
      throw new NotInHost('Element.callContextMethod');
    },
  };
}
