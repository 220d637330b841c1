import type { StandInReply, StandInRequest } from '../serving/stand-in-server';
import { type FaceChecks, NOT_THE_SAME_PERSON } from './face-checks';

const PATH = /^\/face\/([0-9A-F-]{36})$/;

const ESCAPES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const asText = (text: string): string => text.replace(/[<>&"]/g, (character) => ESCAPES[character] ?? '');

/** What can be chosen on the page, by its ErrCode. */
const ENDINGS = [
  [0, '通过：是本人'],
  [NOT_THE_SAME_PERSON, '不通过：不是同一个人'],
  [1202, '不通过：光线太暗'],
  [2005, '不通过：查不到证件照片'],
] as const;

const document = (content: string): StandInReply => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  },
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>刷脸核验（测试替身）</title>
<style>body{font:17px sans-serif;margin:24px}button{display:block;width:100%;margin:12px 0;padding:14px;font:inherit}</style>
<h1>刷脸核验（测试替身）</h1>${content}</html>`,
});

const buttons = (): string =>
  ENDINGS.map(([code, label]) => `<button name="errCode" value="${code}">${label}</button>`).join('');

/**
 * The page where a person would show their face: here they say how it ends, and are led back. Undefined for other paths.
 * In place of the vendor's page, of which nothing but the beginning and the end is known.
 */
export function answerFacePage(request: StandInRequest, checks: FaceChecks): StandInReply | undefined {
  const token = PATH.exec(request.path)?.[1];
  if (!token) return undefined;
  const name = checks.nameOf(token);
  if (request.method === 'POST') {
    const target = checks.finish(token, Number(new URLSearchParams(request.body).get('errCode')));
    if (target) return { status: 303, headers: { location: target }, body: '' };
  }
  return document(
    name === undefined
      ? '<p>这次核验已经结束，或者链接过期了。</p>'
      : `<p>${asText(name)}，真的页面在这里用摄像头核验。请选一个结果：</p><form method="post">${buttons()}</form>`,
  );
}
