import { join, relative } from 'node:path';
import ts from 'typescript';
import clientEndpoints from '../../miniapp/config/client-endpoints.cjs';
import type { PhoneProblem } from './built-file';

/** Reads of an endpoint's parts that the build of the mini-program leaves out: the types know them, the phone does not. */
export function checkClientEndpoints(program: ts.Program, root: string): PhoneProblem[] {
  const checker = program.getTypeChecker();
  const source = join(root, 'miniapp/src/');
  const problems: PhoneProblem[] = [];
  const judge = (name: ts.Identifier, symbol: ts.Symbol | undefined): void => {
    const declared = symbol?.declarations?.some(
      ({ parent }) => ts.isInterfaceDeclaration(parent) && parent.name.text === 'EndpointDeclaration',
    );
    if (!declared || clientEndpoints.READ_BY_CLIENTS.includes(name.text)) return;
    const file = name.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(name.getStart());
    problems.push({
      file: `${relative(root, file.fileName)}:${line + 1}`,
      problem: `the built mini-program has no “${name.text}” of endpoints`,
      instead: 'import the schema or constant itself, or add the part in miniapp/config/client-endpoints.cjs',
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name))
      judge(node.name, checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) judge(name, checker.getTypeAtLocation(node.parent).getProperty(name.text));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(source) && !/\.test\./.test(fileName)))
    visit(file);
  return problems;
}
