import type { PageInstance } from '../app/page-instance';
import { dispatchEvent } from './dispatch-event';
import type { ViewNode } from './view-node';

function stopIn(node: ViewNode): void {
  if (node.tag === 'camera') dispatchEvent(node, { type: 'stop', timeStamp: Date.now() });
  for (const child of node.children) stopIn(child);
}

/** Documented of `<camera>`: bindstop when it ends otherwise than by the page, as when WeChat goes to the background. */
export function stopCameras(page: PageInstance | null): void {
  if (page) stopIn(page.view.tree());
}
