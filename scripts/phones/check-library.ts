import { type AnyNode, parse } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { type BuiltFile, excerpt, type PhoneProblem } from './built-file';
import type { Features } from './missing-features';

/** Browsers have these, WeChat's modules do not, whatever the phone. */
export const NOT_IN_WECHAT = [
  ...['TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'Blob', 'FileReader', 'FormData', 'XMLHttpRequest'],
  ...['fetch', 'crypto', 'atob', 'btoa', 'localStorage', 'sessionStorage', 'structuredClone', 'queueMicrotask'],
  ...['AbortController', 'MessageChannel', 'performance', 'indexedDB', 'WebSocket', 'Worker', 'alert', 'setImmediate'],
];

const isMember = (node: AnyNode | undefined): boolean => node?.type === 'MemberExpression' && !node.computed;
const nameOf = (node: AnyNode): string | null =>
  node.type === 'Identifier'
    ? node.name
    : node.type === 'Literal' && typeof node.value === 'string'
      ? node.value
      : null;

/** `x.name` and `x["name"]`, as the object's name (or null) and the property's. */
function memberOf(node: AnyNode): { readonly object: string | null; readonly property: string } | null {
  if (node.type !== 'MemberExpression') return null;
  const property = node.computed && node.property.type === 'Identifier' ? null : nameOf(node.property);
  return property === null ? null : { object: nameOf(node.object), property };
}

/** Names that a file gives to anything itself. A minifier's are short, so that they hide none of ours. */
function ownNames(program: AnyNode): ReadonlySet<string> {
  const names = new Set<string>();
  fullAncestor(program, (node, _state, ancestors) => {
    const parent = ancestors.at(-2);
    const declares = /^(Variable|Function|Class)|^Arrow|^CatchClause|Pattern$|^RestElement/.test(parent?.type ?? '');
    if (node.type === 'Identifier' && declares && !isValue(node, parent)) names.add(node.name);
  });
  return names;
}
const isValue = (node: AnyNode, parent: AnyNode | undefined): boolean =>
  (parent?.type === 'VariableDeclarator' && parent.init === node) ||
  (parent?.type === 'AssignmentPattern' && parent.right === node) ||
  (parent?.type === 'ArrowFunctionExpression' && parent.body === node);

/** The module of webpack around a place asks `typeof …name`: it knows how to do without. */
function asksFirst(name: string, ancestors: readonly AnyNode[], text: string): boolean {
  const module = ancestors.find(({ type }) => /Function/.test(type));
  const around = module ? text.slice(module.start, module.end) : text;
  return new RegExp(`typeof [\\w$.()[\\]]*\\b${name}\\b`).test(around);
}

/** Uses of what the engines of the minimum, with WeChat's additions, do not have. They throw when they are reached. */
export function checkLibrary({ path, text }: BuiltFile, missing: Features): PhoneProblem[] {
  const program = parse(text, { ecmaVersion: 'latest', sourceType: 'script' });
  const own = ownNames(program);
  const problems = new Map<string, PhoneProblem>();
  const found = (name: string, node: AnyNode): void => {
    const problem = `${name} is not there on the oldest phones: ${excerpt(text, Math.max(0, node.start - 15))}`;
    problems.set(name, { file: path, problem, instead: 'write it with what the minimum has, or ask `typeof` first' });
  };
  fullAncestor(program, (node, _state, ancestors) => {
    const parent = ancestors.at(-2);
    const member = memberOf(node);
    if (member && parent?.type === 'CallExpression' && parent.callee === node) {
      if (missing.methods.has(member.property) && !asksFirst(member.property, ancestors, text)) {
        found(`.${member.property}()`, node);
      }
    }
    const dotted = member?.object ? `${member.object}.${member.property}` : '';
    if (member && missing.statics.has(dotted) && !asksFirst(member.property, ancestors, text)) {
      found(`${member.object}.${member.property}`, node);
    }
    if (node.type !== 'Identifier' || !missing.globals.has(node.name) || own.has(node.name)) return;
    const isKey =
      (isMember(parent) && memberOf(parent as AnyNode)?.property === node.name && parent?.start !== node.start) ||
      (parent?.type === 'Property' && parent.key === node && !parent.shorthand);
    if (!isKey && !asksFirst(node.name, ancestors, text)) found(node.name, node);
  });
  return [...problems.values()];
}
