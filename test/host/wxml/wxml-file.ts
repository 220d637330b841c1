import type { Bag, Callable } from '../bag';
import { type AppPackage, resolveInPackage } from '../package/read-package';
import type { AppRealm } from '../realm/app-realm';
import { NotInHost } from '../refusal';
import { parseWxml, type WxmlElement, type WxmlNode } from './parse-wxml';

/** A template together with the file that it came from (whose wxs modules it sees). */
export interface Template {
  readonly element: WxmlElement;
  readonly file: WxmlFile;
}

export interface WxmlFile {
  readonly name: string;
  readonly body: readonly WxmlNode[];
  /** Own and imported templates by name. */
  readonly templates: ReadonlyMap<string, Template>;
  /** wxs modules by their name in this file. */
  readonly modules: Bag;
}

/** Reads WXML files of a package once each. */
export function createWxmlFiles(app: AppPackage, realm: AppRealm): (name: string) => WxmlFile {
  const files = new Map<string, WxmlFile>();
  const wxsModules = new Map<string, unknown>();

  const runWxs = (code: string, name: string): unknown => {
    const module = realm.enter({ exports: {} as unknown });
    const require = () => {
      throw new NotInHost(`require in ${name}`);
    };
    const run: Callable = realm.compile(code, ['module', 'exports', 'require']);
    run(module, module.exports, require);
    return module.exports;
  };
  const readWxs = (from: string, element: WxmlElement): unknown => {
    const path = element.attributes.get('src');
    const [inline] = element.children;
    if (path === undefined) {
      return runWxs(inline && 'text' in inline ? inline.text : '', from);
    }
    const name = resolveInPackage(from, path);
    if (!wxsModules.has(name)) {
      wxsModules.set(name, runWxs(app.readText(name), name));
    }
    return wxsModules.get(name);
  };

  const read = (name: string): WxmlFile => {
    const known = files.get(name);
    if (known) {
      return known;
    }
    const templates = new Map<string, Template>();
    const modules: Bag = {};
    const body: WxmlNode[] = [];
    const file: WxmlFile = { name, body, templates, modules };
    files.set(name, file);
    for (const node of parseWxml(app.readText(name), name)) {
      if ('text' in node) {
        body.push(node);
        continue;
      }
      const { tag, attributes } = node;
      if (tag === 'import') {
        const imported = read(resolveInPackage(name, attributes.get('src') ?? ''));
        for (const [key, template] of imported.templates) {
          // Imports are not passed on: only the imported file's own templates.
          if (template.file === imported && !templates.has(key)) {
            templates.set(key, template);
          }
        }
      } else if (tag === 'wxs') {
        modules[attributes.get('module') ?? ''] = readWxs(name, node);
      } else if (tag === 'template' && attributes.has('name')) {
        templates.set(attributes.get('name') ?? '', { element: node, file });
      } else if (tag === 'include') {
        throw new NotInHost(`<include> in ${name}`);
      } else {
        body.push(node);
      }
    }
    return file;
  };
  return read;
}
