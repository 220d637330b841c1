import type { ComponentInstance } from '../app/component-instance';
import type { PageInstance } from '../app/page-instance';
import { type Bag, textOf } from '../bag';
import type { Host } from '../host';
import type { ViewNode } from '../view/view-node';

/** An element as the client gets it. `nodeId` marks custom components. */
export const describeElement = (node: ViewNode): Bag => ({
  elementId: node.state.elementId,
  tagName: node.tag,
  ...(node.component && { nodeId: node.component.ownerId }),
});

/** @throws Error when the page was left */
export function pageOf(host: Host, params: Bag): PageInstance {
  const page = host
    .running()
    .pages.pages()
    .find(({ id }) => id === Number(params.pageId));
  if (!page) throw new Error(`page destroyed or not exists: ${textOf(params.pageId)}`);
  return page;
}

/** @throws Error when the element is gone */
export function elementOf(host: Host, params: Bag): { readonly page: PageInstance; readonly node: ViewNode } {
  const page = pageOf(host, params);
  const node = page.view.byElementId(textOf(params.elementId));
  if (!node) throw new Error('element destroyed');
  return { page, node };
}

/** @throws Error when the element is a built-in component */
export function componentOf(node: ViewNode): ComponentInstance {
  if (!node.component) throw new Error(`<${node.tag}> is not a custom component`);
  return node.component as ComponentInstance;
}
