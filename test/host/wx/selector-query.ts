import type { Reports } from '../app/life';
import { callGuarded } from '../app/life';
import type { PageInstance } from '../app/page-instance';
import type { RunningApp } from '../app/running-app';
import { type Bag, bagOf, type Callable, isCallable } from '../bag';
import { NotInHost } from '../refusal';
import { type CanvasTraits, createHostCanvas } from '../view/host-canvas';
import { selectAll } from '../view/select';
import { attributeText, datasetOf, type ViewNode, type ViewOwner } from '../view/view-node';

type Read = (node: ViewNode) => Bag;

const DEFAULT_CANVAS = { width: 300, height: 150 };

/** The node's rectangle as on the screen: page scrolling is taken off. Null when it is not laid out. */
export function screenRect(page: PageInstance, node: ViewNode): Bag | null {
  const rect = page.view.layout().rectOf(node);
  if (!rect) return null;
  const top = rect.top - (rect.fixed ? 0 : page.scrollTop);
  const { left, width, height } = rect;
  return { left, top, width, height, right: left + width, bottom: top + height };
}

function canvasNode(running: RunningApp, page: PageInstance, node: ViewNode, traits: CanvasTraits): unknown {
  if (node.tag !== 'canvas' || attributeText(node, 'type') !== '2d') {
    throw new NotInHost(`the node of <${node.tag}>`, 'only a canvas of type 2d has one');
  }
  const { setTimeout, clearTimeout } = running.realm.globals as unknown as {
    setTimeout(work: Callable, ms: number): number;
    clearTimeout(id: number): void;
  };
  node.state.canvas ??= createHostCanvas({
    ...{ size: DEFAULT_CANVAS, traits, timers: { setTimeout, clearTimeout } },
    shownSize: () => page.view.layout().rectOf(node) ?? DEFAULT_CANVAS,
  });
  return node.state.canvas;
}

const UNKNOWN_FIELDS = ['computedStyle', 'context', 'mark'];

/** `wx.createSelectorQuery()` on one page; answers come in a later turn. */
export function createSelectorQuery(
  running: RunningApp,
  reports: Reports,
  page: PageInstance,
  owner: ViewOwner,
  traits: CanvasTraits,
): Bag {
  const { realm } = running;
  const steps: {
    readonly find: () => ViewNode[] | null;
    readonly many: boolean;
    readonly read: Read;
    readonly done: unknown;
  }[] = [];
  let scope = owner;

  const place: Read = (node) => ({
    id: attributeText(node, 'id'),
    dataset: datasetOf(node),
    ...screenRect(page, node),
  });
  const scrolled: Read = (node) =>
    node.tag === '#root'
      ? { scrollTop: page.scrollTop, scrollLeft: 0, scrollHeight: page.view.layout().contentHeight }
      : { scrollTop: node.state.scrollTop, scrollLeft: node.state.scrollLeft };

  const fields =
    (wanted: Bag): Read =>
    (node) => {
      for (const name of UNKNOWN_FIELDS) {
        if (wanted[name]) throw new NotInHost(`fields({ ${name} })`);
      }
      const rect = screenRect(page, node);
      const out: Bag = {};
      if (wanted.id) out.id = attributeText(node, 'id');
      if (wanted.dataset) out.dataset = datasetOf(node);
      if (wanted.rect)
        Object.assign(out, { left: rect?.left, right: rect?.right, top: rect?.top, bottom: rect?.bottom });
      if (wanted.size) Object.assign(out, { width: rect?.width, height: rect?.height });
      if (wanted.scrollOffset) Object.assign(out, scrolled(node));
      for (const name of (wanted.properties ?? []) as string[]) {
        out[name] = name === 'value' ? (node.state.value ?? node.attributes.get(name)) : node.attributes.get(name);
      }
      if (wanted.node) out.node = canvasNode(running, page, node, traits);
      return out;
    };

  const references = (find: () => ViewNode[] | null, many: boolean): Bag => {
    const step = (read: Read) => (done: unknown) => {
      steps.push({ find, many, read, done });
      return query;
    };
    return {
      boundingClientRect: step(place),
      scrollOffset: step((node) => ({ id: attributeText(node, 'id'), dataset: datasetOf(node), ...scrolled(node) })),
      fields: (wanted: unknown, done: unknown) => step(fields(bagOf(wanted)))(done),
      node: step((node) => ({ node: canvasNode(running, page, node, traits) })),
      context: () => {
        throw new NotInHost('NodesRef.context');
      },
    };
  };

  const answerOf = ({ find, many, read }: (typeof steps)[number]): unknown => {
    const nodes = find() ?? [];
    const answers = nodes.map((node) => {
      // A canvas is passed as it is, everything else as the realm's data.
      const { node: canvas, ...plain } = read(node);
      return Object.assign(realm.enter(plain), canvas === undefined ? {} : { node: canvas });
    });
    return many ? realm.enter(answers) : (answers[0] ?? null);
  };

  const query: Bag = {
    in(component: unknown) {
      scope = page.view.componentByInstance(component) ?? page.view.tree().owner;
      return query;
    },
    select: (selector: unknown) =>
      references(() => selectAll(page.view.tree(), String(selector), scope).slice(0, 1), false),
    selectAll: (selector: unknown) => references(() => selectAll(page.view.tree(), String(selector), scope), true),
    selectViewport: () => references(() => [page.view.tree()], false),
    exec(done: unknown) {
      running.activity.later(() =>
        callGuarded(() => {
          const answers = steps.map((step) => {
            const answer = answerOf(step);
            if (isCallable(step.done)) step.done(answer);
            return answer;
          });
          if (isCallable(done)) {
            const list = realm.enter([] as unknown[]);
            list.push(...answers);
            done(list);
          }
        }, reports),
      );
      return query;
    },
  };
  return query;
}
