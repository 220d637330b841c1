import { callGuarded, type Reports } from '../app/life';
import type { PageInstance } from '../app/page-instance';
import type { RunningApp } from '../app/running-app';
import { type Bag, type Callable, isCallable } from '../bag';
import { NotInHost } from '../refusal';
import { selectAll } from '../view/select';
import { attributeText, datasetOf, type ViewNode, type ViewOwner } from '../view/view-node';
import { screenRect } from './selector-query';

interface Watch {
  look(): void;
}

/** Observers by page; they look again after each rendering and scrolling. */
export interface IntersectionObservers {
  create(
    running: RunningApp,
    page: PageInstance,
    owner: ViewOwner,
    options: Bag,
    windowSize: () => { windowWidth: number; windowHeight: number },
  ): Bag;
  moved(page: PageInstance): void;
  closed(page: PageInstance): void;
}

export function createIntersectionObservers(reports: Reports): IntersectionObservers {
  const watches = new Map<number, Set<Watch>>();
  return {
    create(running, page, owner, options, windowSize) {
      const thresholds = (options.thresholds ?? [0]) as number[];
      let margins = { top: 0, bottom: 0 };
      const mine = new Set<Watch>();
      const measure = (node: ViewNode) => {
        const rect = screenRect(page, node) as {
          top: number;
          bottom: number;
          height: number;
          width: number;
          left: number;
        } | null;
        const { windowHeight, windowWidth } = windowSize();
        const view = { top: -margins.top, bottom: windowHeight + margins.bottom };
        const shown = rect ? Math.max(0, Math.min(rect.bottom, view.bottom) - Math.max(rect.top, view.top)) : 0;
        return { rect, ratio: rect && rect.height > 0 ? shown / rect.height : 0, windowWidth, view };
      };
      const observer: Bag = {
        relativeTo: () => {
          throw new NotInHost('IntersectionObserver.relativeTo');
        },
        relativeToViewport(given: unknown) {
          margins = { ...margins, ...(given as Partial<typeof margins>) };
          return observer;
        },
        observe(selector: unknown, listener: unknown) {
          const last = new Map<string, number>();
          const look = () => {
            for (const node of selectAll(page.view.tree(), String(selector), owner).slice(
              0,
              options.observeAll ? undefined : 1,
            )) {
              const { rect, ratio, view, windowWidth } = measure(node);
              const before = last.get(node.state.elementId) ?? Number(options.initialRatio ?? 0);
              const crossed = thresholds.some((at) =>
                at === 0 ? before > 0 !== ratio > 0 : before >= at !== ratio >= at,
              );
              last.set(node.state.elementId, ratio);
              if (crossed && isCallable(listener)) {
                const payload = running.realm.enter({
                  ...{
                    id: attributeText(node, 'id'),
                    dataset: datasetOf(node),
                    intersectionRatio: ratio,
                    time: Date.now(),
                  },
                  boundingClientRect: rect,
                  relativeRect: { left: 0, right: windowWidth, ...view },
                });
                running.activity.touch();
                callGuarded(() => (listener as Callable)(payload), reports);
              }
            }
          };
          const watch: Watch = { look };
          mine.add(watch);
          watches.set(page.id, (watches.get(page.id) ?? new Set()).add(watch));
          running.activity.later(() => watches.get(page.id)?.has(watch) && look());
        },
        disconnect() {
          for (const watch of mine) watches.get(page.id)?.delete(watch);
          mine.clear();
        },
      };
      return observer;
    },
    moved: (page) => {
      for (const watch of [...(watches.get(page.id) ?? [])]) watch.look();
    },
    closed: (page) => watches.delete(page.id),
  };
}
