import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Attributes of the screen reader by the component that has them, in the form of Taro's template patch. */
export type AccessibleAttributes = Record<string, Record<string, ''>>;

const ATTRIBUTE = /^(role|aria-[a-z]+)$/;
const dashed = (name: string): string => name.replace(/^aria([A-Z])/, (_, letter) => `aria-${letter.toLowerCase()}`);

const keyOf = (property: ts.ObjectLiteralElementLike): string =>
  property.name && (ts.isStringLiteral(property.name) || ts.isIdentifier(property.name)) ? property.name.text : '';

const attributesIn = (literal: ts.ObjectLiteralExpression): string[] =>
  literal.properties.map(keyOf).filter((key) => ATTRIBUTE.test(key));

/** The components of Taro that a file draws, by the names it gives them. */
export function taroComponents(source: ts.SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of source.statements) {
    const isTaro =
      ts.isImportDeclaration(statement) && statement.moduleSpecifier.getText(source).includes('@tarojs/components');
    const bindings = isTaro ? statement.importClause?.namedBindings : undefined;
    if (bindings && ts.isNamedImports(bindings)) {
      for (const { name, propertyName } of bindings.elements) names.set(name.text, (propertyName ?? name).text);
    }
  }
  return names;
}

/** What stands in object literals of the file, besides those that are a value of one attribute: it may be spread anywhere. */
function looseAttributes(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node)) return;
    if (ts.isObjectLiteralExpression(node)) found.push(...attributesIn(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Each attribute of the screen reader that a source file gives to one of Taro's components: `[component, attribute]`. */
export function usesIn(fileName: string, text: string): [component: string, attribute: string][] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const components = taroComponents(source);
  const loose = looseAttributes(source);
  const uses: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const component = components.get(node.tagName.getText(source));
      for (const attribute of component ? node.attributes.properties : []) {
        const names = !ts.isJsxSpreadAttribute(attribute)
          ? [dashed(attribute.name.getText(source))].filter((name) => ATTRIBUTE.test(name))
          : ts.isObjectLiteralExpression(attribute.expression)
            ? [
                ...attributesIn(attribute.expression),
                ...(attribute.expression.properties.some(ts.isSpreadAssignment) ? loose : []),
              ]
            : loose;
        uses.push(...names.map((name): [string, string] => [component ?? '', name]));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** The files that draw something in the mini-program, below the root of the source. */
export const weappViews = (sourceRoot: string): { readonly file: string; readonly text: string }[] =>
  readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !/\.(h5|test)\.tsx$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(sourceRoot, file), 'utf8') }));

/** Derived from what the pages of the mini-program use, so that no attribute is forgotten in Taro's templates. */
export function accessibleAttributes(sourceRoot: string): AccessibleAttributes {
  const uses = weappViews(sourceRoot).flatMap(({ file, text }) => usesIn(file, text));
  const found: AccessibleAttributes = {};
  for (const [component, attribute] of uses.sort()) {
    found[component] = { ...found[component], [attribute]: '' };
  }
  return found;
}
