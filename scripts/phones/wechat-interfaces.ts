import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What WeChat's typings say of an interface: its members, each with the base library it needs ('' when from the start). */
export interface WechatInterfaces {
  /** By the interface's name, as `AppBaseInfo`, then by the member's. */
  readonly since: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Of a method of `wx` that answers at once: the name of what it answers. */
  readonly answers: ReadonlyMap<string, string>;
}

const NEEDS = /需要基础库：\s*`?([\d.]+)/;
const neededBy = (text: string, node: ts.Node): string =>
  NEEDS.exec(
    (ts.getLeadingCommentRanges(text, node.pos) ?? []).map(({ pos, end }) => text.slice(pos, end)).join('\n'),
  )?.[1] ?? '';

/** Reads `lib.wx.api.d.ts` of miniprogram-api-typings, WeChat's own. */
export function readWechatInterfaces(
  file = require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'),
): WechatInterfaces {
  const text = readFileSync(file, 'utf8');
  const since = new Map<string, Map<string, string>>();
  const answers = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const members = since.get(node.name.text) ?? new Map<string, string>();
      since.set(node.name.text, members);
      for (const member of node.members) {
        if (member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))) {
          members.set(member.name.text, neededBy(text, member));
          const answer = ts.isMethodSignature(member) ? member.type : undefined;
          if (node.name.text === 'Wx' && answer && ts.isTypeReferenceNode(answer)) {
            answers.set(member.name.text, answer.typeName.getText(source));
          }
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  visit(source);
  return { since, answers };
}

/** Whether a version of the base library comes after another. */
export function isNewer(version: string, than: string): boolean {
  const other = than.split('.').map(Number);
  const parts = version.split('.').map(Number);
  const difference = parts.map((part, i) => part - (other[i] ?? 0)).find((step) => step !== 0);
  return (difference ?? 0) > 0;
}
