import type { Bag } from '../bag';
import type { AppRealm } from '../realm/app-realm';
import { type AppPackage, resolveInPackage } from './read-package';

export interface ModuleLoader {
  /** Runs a file once and answers its exports. */
  load(file: string): unknown;
  /** Makes a sub-package's code available. */
  openPackage(root: string): void;
  /** Roots of the sub-packages that were opened. */
  opened(): string[];
}

/** WeChat's `require`: relative paths, one instance of each module, only from packages that are loaded. */
export function createModuleLoader(app: AppPackage, realm: AppRealm): ModuleLoader {
  const modules = new Map<string, { exports: unknown }>();
  const opened = new Set(['']);

  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) {
      return known.exports;
    }
    if (!opened.has(app.packageOf(file)) || !app.has(file)) {
      throw new Error(`module '${file}' is not defined, require args is '${file}'`);
    }
    const module = realm.enter({ exports: {} as unknown });
    modules.set(file, module);
    const require = (path: string) => {
      const target = resolveInPackage(file, path);
      return load(target.endsWith('.js') ? target : `${target}.js`);
    };
    const scope: Bag = { require, module, exports: module.exports };
    realm.runModule(app.readText(file), file, scope);
    return module.exports;
  };

  return {
    load,
    openPackage: (root) => opened.add(root),
    opened: () => [...opened].filter(Boolean),
  };
}
