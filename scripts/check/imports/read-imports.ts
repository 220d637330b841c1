import * as ts from 'typescript';

/** One import of a source file, in whatever form it is written. */
export interface ImportStatement {
  /** As written; null when it is computed and cannot be known. */
  readonly specifier: string | null;
  /** Counted from 1. */
  readonly line: number;
  /** Gone after compilation: `import type`, `export type`, only `type` names, or `import('…')` as a type. */
  readonly typeOnly: boolean;
}

/** Calls that load a module at run time by the name given first. */
const LOADING_CALLS = new Set(['require', 'require.resolve', 'jest.requireActual']);

function isTypeOnlyImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) {
    return false;
  }
  const { phaseModifier, name, namedBindings } = importClause;
  const onlyTypeNames =
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly);
  return phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypeNames;
}

function isTypeOnlyExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  const onlyTypeNames =
    exportClause !== undefined &&
    ts.isNamedExports(exportClause) &&
    exportClause.elements.length > 0 &&
    exportClause.elements.every((element) => element.isTypeOnly);
  return isTypeOnly || onlyTypeNames;
}

/** The module name and kind of a node that imports, or null for every other node. */
function importOf(node: ts.Node): { readonly name: ts.Node | undefined; readonly typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node)) {
    return { name: node.moduleSpecifier, typeOnly: isTypeOnlyImport(node) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { name: node.moduleSpecifier, typeOnly: isTypeOnlyExport(node) };
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return { name: node.moduleReference.expression, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    return { name: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, typeOnly: true };
  }
  if (ts.isCallExpression(node)) {
    const isDynamicImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isDynamicImport || LOADING_CALLS.has(node.expression.getText())) {
      return { name: node.arguments[0], typeOnly: false };
    }
  }
  return null;
}

/** All imports of a TypeScript or JavaScript source, read from its syntax tree. */
export function readImports(fileName: string, text: string): ImportStatement[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const found: ImportStatement[] = [];
  const visit = (node: ts.Node): void => {
    const imported = importOf(node);
    if (imported) {
      const { name, typeOnly } = imported;
      const specifier = name && ts.isStringLiteralLike(name) ? name.text : null;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ specifier, line: line + 1, typeOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
