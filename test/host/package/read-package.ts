import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Bag, bagOf, textOf } from '../bag';

export interface AppPackage {
  readonly folder: string;
  readonly config: Bag;
  /** All pages with their sub-package's root (`''` = main package), in the order of app.json. */
  readonly pages: ReadonlyMap<string, string>;
  readonly entryPage: string;
  readonly tabPages: ReadonlySet<string>;
  /** With it only the shown page's code runs at launch. */
  readonly lazyCodeLoading: boolean;
  readText(path: string): string;
  has(path: string): boolean;
  /** The page's or component's own JSON over app.json's `window`. */
  pageConfig(path: string): Bag;
  /** Sub-package root of any file, `''` for the main package. */
  packageOf(file: string): string;
  preloadedBy(page: string): string[];
}

/** Joins a path written in `from` (a file of the package) as WeChat does: `/` starts at the package's root. */
export const resolveInPackage = (from: string, path: string): string =>
  path.startsWith('/') ? path.slice(1) : posix.normalize(posix.join(posix.dirname(from), path));

/**
 * Reads a built mini-program's app.json.
 * @throws Error when the folder holds none, a listed page's files are missing, or a tab is not in the main package
 */
export function readPackage(folder: string): AppPackage {
  const has = (path: string) => existsSync(join(folder, path));
  if (!has('app.json')) {
    throw new Error(`No mini-program in ${folder}: build it first (npm run build -- weapp).`);
  }
  const readText = (path: string) => readFileSync(join(folder, path), 'utf8');
  const config = bagOf(JSON.parse(readText('app.json')));
  const pages = new Map<string, string>();
  for (const page of (config.pages as string[]) ?? []) {
    pages.set(page, '');
  }
  for (const item of (config.subPackages ?? config.subpackages ?? []) as Bag[]) {
    const root = textOf(item.root).replace(/\/$/, '');
    for (const page of item.pages as string[]) {
      pages.set(`${root}/${page}`, root);
    }
  }
  const [entryPage = ''] = pages.keys();
  for (const page of pages.keys()) {
    if (!has(`${page}.js`) || !has(`${page}.wxml`)) {
      throw new Error(`app.json lists ${page}, but its files are missing.`);
    }
  }
  const tabs = ((bagOf(config.tabBar).list ?? []) as Bag[]).map((tab) => textOf(tab.pagePath));
  for (const tab of tabs) {
    if (pages.get(tab) !== '') {
      throw new Error(`["tabBar"]["list"]: "${tab}" need in ["pages"]`);
    }
  }
  const roots = [...new Set(pages.values())].filter(Boolean);
  return {
    folder,
    config,
    pages,
    entryPage,
    tabPages: new Set(tabs),
    lazyCodeLoading: config.lazyCodeLoading === 'requiredComponents',
    readText,
    has,
    pageConfig(path) {
      const own = has(`${path}.json`) ? bagOf(JSON.parse(readText(`${path}.json`))) : {};
      return { ...bagOf(config.window), ...own };
    },
    packageOf: (file) => roots.find((root) => file.startsWith(`${root}/`)) ?? '',
    preloadedBy: (page) => (bagOf(bagOf(config.preloadRule)[page]).packages ?? []) as string[],
  };
}
