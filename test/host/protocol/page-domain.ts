import type { PageInstance } from '../app/page-instance';
import { readDataPath } from '../app/set-data';
import { bagOf, isCallable, textOf } from '../bag';
import type { Host } from '../host';
import { NotInHost } from '../refusal';
import { selectAll } from '../view/select';
import { describeElement, pageOf } from './element-handle';
import type { Domain } from './session';

function windowProperty(page: PageInstance, name: string): unknown {
  const layout = page.view.layout();
  switch (name) {
    case 'document.documentElement.scrollHeight':
      return layout.contentHeight;
    case 'document.documentElement.scrollWidth':
      return layout.rectOf(page.view.tree())?.width ?? 0;
    case 'document.documentElement.scrollTop':
      return page.scrollTop;
    case 'document.body.scrollTop':
      return 0;
    default:
      throw new NotInHost(`window property ${name}`);
  }
}

/** Page.*: looking for elements, data, methods. */
export function pageDomain(host: Host): Domain {
  const find = (page: PageInstance, selector: string) => selectAll(page.view.tree(), selector, page.view.tree().owner);
  const noXpath = () => {
    throw new NotInHost('XPath selectors');
  };
  return {
    getElement(params) {
      const [node] = find(pageOf(host, params), textOf(params.selector));
      if (!node) throw new Error('no such element');
      return describeElement(node);
    },
    getElements: (params) => ({ elements: find(pageOf(host, params), textOf(params.selector)).map(describeElement) }),
    getElementByXpath: noXpath,
    getElementsByXpath: noXpath,
    getData(params) {
      const { data } = pageOf(host, params);
      return { data: params.path === undefined ? data : readDataPath(data, textOf(params.path)) };
    },
    async setData(params) {
      const page = pageOf(host, params);
      await new Promise<void>((done) => {
        page.setData(bagOf(params.data));
        page.view.changed(() => done());
      });
      return {};
    },
    async callMethod(params) {
      const page = pageOf(host, params);
      const method = page.instance[textOf(params.method)];
      if (!isCallable(method)) throw new Error(`page.${textOf(params.method)} not exists`);
      const { realm, activity } = host.running();
      const args = ((params.args ?? []) as unknown[]).map((argument) => realm.enter(argument));
      const result = await method.apply(page.instance, args);
      await activity.whenIdle();
      return { result };
    },
    getWindowProperties: (params) => {
      const page = pageOf(host, params);
      return { properties: (params.names as string[]).map((name) => windowProperty(page, name)) };
    },
  };
}
