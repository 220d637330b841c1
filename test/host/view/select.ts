import { NotInHost } from '../refusal';
import { attributeText, classesOf, type ViewNode, type ViewOwner, walk } from './view-node';

interface Step {
  /** How it relates to the step before: any ancestor, or the parent. */
  readonly relation: 'inside' | 'child';
  readonly matches: (node: ViewNode) => boolean;
}

const PART =
  /([#.])((?:[\w-]|[^\x20-\x7e])+)|\[([\w:-]+)(?:([*^$~]?=)(?:"([^"]*)"|'([^']*)'|([^\]]*)))?\]|([a-zA-Z][\w-]*|\*)/gy;

const compare = (actual: string, operator: string | undefined, wanted: string): boolean => {
  switch (operator) {
    case '*=':
      return actual.includes(wanted);
    case '^=':
      return actual.startsWith(wanted);
    case '$=':
      return actual.endsWith(wanted);
    case '~=':
      return actual.split(/\s+/).includes(wanted);
    default:
      return actual === wanted;
  }
};

function compileCompound(text: string): (node: ViewNode) => boolean {
  const tests: ((node: ViewNode) => boolean)[] = [];
  PART.lastIndex = 0;
  let end = 0;
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    const [, sign, name = '', attribute, operator, ...rest] = part;
    const tag = rest[3];
    const wanted = rest.slice(0, 3).find((value) => value !== undefined) ?? '';
    end = PART.lastIndex;
    if (sign === '#') tests.push((node) => attributeText(node, 'id') === name);
    else if (sign === '.') tests.push((node) => classesOf(node).includes(name));
    else if (attribute !== undefined) {
      tests.push((node) =>
        operator === undefined
          ? node.attributes.has(attribute)
          : compare(attributeText(node, attribute), operator, wanted),
      );
    } else if (tag !== '*') tests.push((node) => node.tag === tag);
  }
  if (end !== text.length || text === '') {
    throw new NotInHost(
      `selector ${text}`,
      'only tag, #id, .class, [attribute], descendant, child and comma are understood',
    );
  }
  return (node) => node.tag !== '#text' && node.tag !== '#root' && tests.every((test) => test(node));
}

function compileChain(text: string): Step[] {
  const steps: Step[] = [];
  let relation: Step['relation'] = 'inside';
  for (const token of text.replace(/>/g, ' > ').match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? []) {
    if (token === '>') {
      relation = 'child';
    } else {
      steps.push({ relation, matches: compileCompound(token) });
      relation = 'inside';
    }
  }
  return steps;
}

function fits(node: ViewNode, steps: readonly Step[], at: number): boolean {
  const step = steps[at];
  if (!step?.matches(node)) {
    return false;
  }
  if (at === 0) {
    return true;
  }
  if (step.relation === 'child') {
    return node.parent !== null && fits(node.parent, steps, at - 1);
  }
  for (let up = node.parent; up; up = up.parent) {
    if (fits(up, steps, at - 1)) {
      return true;
    }
  }
  return false;
}

/** Elements below `root` that belong to `owner`'s own view, in document order; other components' insides are not seen. */
export function selectAll(root: ViewNode, selector: string, owner: ViewOwner): ViewNode[] {
  const chains = selector.split(/,(?![^[]*\])/).map((part) => compileChain(part.trim()));
  const found: ViewNode[] = [];
  for (const node of walk(root)) {
    if (node !== root && node.owner === owner && chains.some((steps) => fits(node, steps, steps.length - 1))) {
      found.push(node);
    }
  }
  return found;
}
