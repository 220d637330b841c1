import { relative } from 'node:path';
import ts from 'typescript';
import { taroComponents } from '../../miniapp/config/accessible-attributes';
import { UNUSED_ATTRIBUTES } from '../../miniapp/config/unused-attributes';
import type { PhoneProblem } from './built-file';

/** `onTouchMove` and `bindTouchMove`, `hoverStayTime` and `hover-stay-time` are one. */
const plain = (name: string): string =>
  name
    .replace(/^(on|bind)(?=[A-Z])/, 'bind')
    .replace(/-/g, '')
    .toLowerCase();

const UNUSED = new Map(
  Object.entries(UNUSED_ATTRIBUTES).map(([component, names]) => [component, new Set(names.map(plain))]),
);

/** Attributes that a page gives to a component and that are left out of the built templates: nobody would see them. */
export function checkUnusedAttributes(
  program: ts.Program,
  root: string,
  isChecked: (file: string) => boolean,
): PhoneProblem[] {
  const checker = program.getTypeChecker();
  const problems: PhoneProblem[] = [];
  const namesOf = (attribute: ts.JsxAttributeLike, file: ts.SourceFile): string[] =>
    ts.isJsxSpreadAttribute(attribute)
      ? checker
          .getTypeAtLocation(attribute.expression)
          .getProperties()
          .map(({ name }) => name)
      : [attribute.name.getText(file)];
  for (const file of program.getSourceFiles().filter(({ fileName }) => isChecked(fileName))) {
    const components = taroComponents(file);
    const visit = (node: ts.Node): void => {
      if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
        const component = components.get(node.tagName.getText(file)) ?? '';
        const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
        for (const name of node.attributes.properties.flatMap((attribute) => namesOf(attribute, file))) {
          if (UNUSED.get(component)?.has(plain(name))) {
            problems.push({
              file: `${relative(root, file.fileName)}:${line}`,
              problem: `the built templates have no ${name} of <${component}>`,
              instead: 'take it out of miniapp/config/unused-attributes.ts',
            });
          }
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return problems;
}
