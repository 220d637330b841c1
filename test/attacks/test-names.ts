import {
  type CallExpression,
  createSourceFile,
  type Expression,
  forEachChild,
  isCallExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
  type Node,
  ScriptTarget,
  type SourceFile,
} from 'typescript';

export interface DeclaredTest {
  /** Those of the `describe`s around it, then its own. */
  readonly titles: readonly string[];
  /** Marked so that jest would not run it, or would run nothing else. */
  readonly isOff: boolean;
}

const GROUPS = new Set(['describe', 'fdescribe', 'xdescribe']);
const TESTS = new Set(['it', 'test', 'fit', 'xit', 'xtest']);
const MARKS = new Set(['skip', 'only', 'todo', 'failing', 'fit', 'xit', 'xtest', 'fdescribe', 'xdescribe']);

const SUBSTITUTION = /\$\{[^}]*\}/g;

/** `describe.skip.each(rows)` → ['describe', 'skip', 'each']. */
function wordsOf(callee: Expression): string[] {
  if (isIdentifier(callee)) {
    return [callee.text];
  }
  if (isPropertyAccessExpression(callee)) {
    return [...wordsOf(callee.expression), callee.name.text];
  }
  if (isCallExpression(callee)) {
    return wordsOf(callee.expression);
  }
  return isTaggedTemplateExpression(callee) ? wordsOf(callee.tag) : [];
}

function titleOf({ arguments: given }: CallExpression, source: SourceFile): string | null {
  const [title] = given;
  if (title && (isStringLiteral(title) || isNoSubstitutionTemplateLiteral(title))) {
    return title.text;
  }
  return title && isTemplateExpression(title)
    ? title.getText(source).slice(1, -1).replaceAll(SUBSTITUTION, '%s')
    : null;
}

/** The tests that a file declares, as they are written there; `%s` stands for what a template puts in. */
export function declaredTests(file: string, text: string): readonly DeclaredTest[] {
  const source = createSourceFile(file, text, ScriptTarget.Latest, true);
  const found: DeclaredTest[] = [];
  const visit = (node: Node, titles: readonly string[], isOff: boolean): void => {
    const words = isCallExpression(node) ? wordsOf(node.expression) : [];
    const title = isCallExpression(node) && words.length > 0 ? titleOf(node, source) : null;
    const [first = ''] = words;
    const isMarked = isOff || words.some((word) => MARKS.has(word));
    if (title !== null && TESTS.has(first)) {
      found.push({ titles: [...titles, title], isOff: isMarked });
      return;
    }
    const isGroup = title !== null && GROUPS.has(first);
    forEachChild(node, (child) => visit(child, isGroup ? [...titles, title] : titles, isGroup ? isMarked : isOff));
  };
  visit(source, [], false);
  return found;
}

const PLACEHOLDER = /%[a-zA-Z#$]|\$[a-zA-Z_][\w.]*/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A pattern of the names that jest gives to a test written as `title`: placeholders stand for anything. */
export const patternOf = (title: string): string => title.split(PLACEHOLDER).map(escaped).join('[\\s\\S]*');
