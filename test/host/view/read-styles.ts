import { type AppPackage, resolveInPackage } from '../package/read-package';
import { attributeText, classesOf, type ViewNode } from './view-node';

export type Declarations = Readonly<Record<string, string>>;

export interface StyleSheet {
  /** Declarations for an element: rules whose selector is one or more classes of one element, then its own style. */
  of(node: ViewNode): Declarations;
}

const RULE = /([^{}]+)\{([^{}]*)\}/g;
const CLASSES_ONLY = /^(?:\.[\w-]+)+$/;

function declarationsOf(text: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const piece of text.split(';')) {
    const colon = piece.indexOf(':');
    if (colon > 0) {
      out[piece.slice(0, colon).trim()] = piece
        .slice(colon + 1)
        .replace('!important', '')
        .trim();
    }
  }
  return out;
}

function readSheet(app: AppPackage, file: string, seen: Set<string>): string {
  if (seen.has(file) || !app.has(file)) {
    return '';
  }
  seen.add(file);
  return app
    .readText(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@import\s+["']([^"']+)["'];?/g, (_all, path: string) =>
      readSheet(app, resolveInPackage(file, path), seen),
    );
}

/**
 * The little of WXSS that the approximate layout needs: class rules of one element (`.a`, `.a.b`). Rules with elements,
 * descendants or pseudo-classes and whole `@media` blocks are not applied.
 */
export function readStyles(app: AppPackage, page: string): StyleSheet {
  const seen = new Set<string>();
  const text = readSheet(app, 'app.wxss', seen) + readSheet(app, `${page}.wxss`, seen);
  const rules: { readonly classes: string[]; readonly declarations: Record<string, string> }[] = [];
  for (const [, selectors = '', body = ''] of text
    .replace(/@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .matchAll(RULE)) {
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      if (CLASSES_ONLY.test(selector)) {
        rules.push({ classes: selector.slice(1).split('.'), declarations: declarationsOf(body) });
      }
    }
  }
  return {
    of(node) {
      const own = new Set(classesOf(node));
      const fitting = rules.filter(({ classes }) => classes.every((name) => own.has(name)));
      return Object.assign(
        {},
        ...fitting.map((rule) => rule.declarations),
        declarationsOf(attributeText(node, 'style')),
      );
    },
  };
}
