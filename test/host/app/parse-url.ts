import { posix } from 'node:path';

export interface PageUrl {
  readonly path: string;
  readonly query: Record<string, string>;
}

/** `/pages/a/b?x=1` or a path relative to the current page. Values stay encoded, as WeChat hands them to `onLoad`. */
export function parsePageUrl(url: string, currentPage: string): PageUrl {
  const [rawPath = '', rawQuery = ''] = url.split(/\?(.*)/s);
  const path = rawPath.startsWith('/')
    ? rawPath.slice(1)
    : posix.normalize(posix.join(posix.dirname(currentPage), rawPath));
  const query: Record<string, string> = {};
  for (const pair of rawQuery.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    query[name] = value;
  }
  return { path: path.replace(/\.html$/, ''), query };
}
