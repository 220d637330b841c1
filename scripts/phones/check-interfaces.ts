import { relative } from 'node:path';
import ts from 'typescript';
import type { PhoneProblem } from './built-file';
import { isNewer, type WechatInterfaces } from './wechat-interfaces';

const TARO_TYPES = /@tarojs[\\/]taro[\\/]types[\\/]api[\\/]/;
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const isTaro = (node: ts.Node): boolean => ts.isIdentifier(node) && (node.text === 'Taro' || node.text === 'wx');

/** A member of something of WeChat's, by the names its interface may have in WeChat's typings. */
interface Use {
  readonly node: ts.Node;
  readonly owners: readonly string[];
  readonly member: string;
}

/** The namespace around a declaration in Taro's types is the method's name: `namespace chooseMedia { interface Option … }`. */
function ownersOf(declaration: ts.Declaration): string[] {
  const owner = declaration.parent;
  if (!ts.isInterfaceDeclaration(owner)) return [];
  const block = owner.parent?.parent;
  const method = block && ts.isModuleDeclaration(block) && ts.isIdentifier(block.name) ? capital(block.name.text) : '';
  return [
    `${method}${owner.name.text}`,
    owner.name.text,
    ...(owner.name.text === 'Result' ? [method.replace(/^Get/, '')] : []),
  ];
}

/** `Taro.name`, called or not; asked for by `?.` or `typeof` it may be missing. */
function methodUse(node: ts.Node): Use | null {
  if (!ts.isPropertyAccessExpression(node) || !isTaro(node.expression)) return null;
  const { parent } = node;
  const isAsked = (ts.isCallExpression(parent) && Boolean(parent.questionDotToken)) || ts.isTypeOfExpression(parent);
  return isAsked ? null : { node, owners: ['Wx'], member: node.name.text };
}

const withoutCasts = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)
    ? withoutCasts(node.expression)
    : node;

/** `const { a } = Taro.getX()` and `Taro.getX().a`: what is read of an answer, whatever type it was given. */
function answerUse(node: ts.Node, { answers }: WechatInterfaces): Use | null {
  const [value, member] = ts.isBindingElement(node)
    ? [node.parent.parent, (node.propertyName ?? node.name).getText()]
    : ts.isPropertyAccessExpression(node)
      ? [node, node.name.text]
      : [null, ''];
  const from =
    value &&
    (ts.isVariableDeclaration(value)
      ? value.initializer
      : ts.isPropertyAccessExpression(value)
        ? value.expression
        : null);
  const call = from && withoutCasts(from);
  if (
    !call ||
    !ts.isCallExpression(call) ||
    !ts.isPropertyAccessExpression(call.expression) ||
    !isTaro(call.expression.expression)
  )
    return null;
  const answer = answers.get(call.expression.name.text);
  return answer ? { node, owners: [answer], member } : null;
}

/** A member that Taro's types declare: of options, answers and objects such as the camera's. */
function typedUse(node: ts.Node, checker: ts.TypeChecker): Use | null {
  const isName =
    ts.isIdentifier(node) &&
    (ts.isPropertyAccessExpression(node.parent) ||
      ts.isPropertyAssignment(node.parent) ||
      ts.isBindingElement(node.parent) ||
      ts.isShorthandPropertyAssignment(node.parent));
  if (!isName || !ts.isIdentifier(node)) return null;
  const { parent } = node;
  const symbol =
    ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)
      ? checker.getContextualType(parent.parent)?.getProperty(node.text)
      : checker.getSymbolAtLocation(node);
  const declaration = symbol?.declarations?.find((each) => TARO_TYPES.test(each.getSourceFile().fileName));
  const owners = declaration ? ownersOf(declaration) : [];
  return owners.length > 0 && !owners.includes('TaroStatic') ? { node, owners, member: node.text } : null;
}

/** Methods that Taro adds to WeChat's. */
const TARO_OWN =
  /^(use[A-Z].*|eventCenter|getCurrentInstance|getEnv|ENV_TYPE|Current|pxTransform|initPxTransform|createRef|nextTick|options|preload|hooks|Events|interceptors|addInterceptor|getApp|getCurrentPages|getAppInfo|getEnvInfoSync|setGlobalDataPlugin|requirePlugin)$/;

/** Uses of methods and members that came to WeChat after the minimum library. */
export function checkInterfaces(
  program: ts.Program,
  root: string,
  wechat: WechatInterfaces,
  minimum: string,
  isOurs: (file: string) => boolean,
): PhoneProblem[] {
  const checker = program.getTypeChecker();
  const problems: PhoneProblem[] = [];
  const judge = ({ node, owners, member }: Use): void => {
    const owner = owners.find((name) => wechat.since.get(name)?.has(member));
    const needs = owner ? (wechat.since.get(owner)?.get(member) ?? '') : '';
    const isUnknown = owners[0] === 'Wx' && !owner && !TARO_OWN.test(member) && !/^[A-Z]/.test(member);
    if (!isUnknown && !(needs && isNewer(needs, minimum))) return;
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    problems.push({
      file: `${relative(root, source.fileName)}:${line + 1}`,
      problem: isUnknown
        ? `wx.${member} is not in WeChat’s typings`
        : `${owner}.${member} needs base library ${needs}, the minimum is ${minimum}`,
      instead: 'ask for it first (`Taro.x?.()`), do without, or raise the minimum in miniapp/config/minimum-phones.cjs',
    });
  };
  for (const source of program.getSourceFiles().filter(({ fileName }) => isOurs(fileName))) {
    const visit = (node: ts.Node): void => {
      for (const use of [methodUse(node), answerUse(node, wechat), typedUse(node, checker)]) {
        if (use) judge(use);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return problems;
}
