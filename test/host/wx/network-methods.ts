import { type Bag, bagOf, textOf } from '../bag';
import { extensionOf, multipartBody } from './multipart-body';
import { createTransfers } from './transfer-tasks';
import type { WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethod, type WxMethods } from './wx-method';

const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH']);
const WITH_QUERY = new Set(['GET', 'HEAD', 'OPTIONS', 'DELETE']);

const headersOf = (context: WxContext, given: unknown): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(bagOf(given))) {
    // The documented exception: the app cannot set the referer.
    if (name.toLowerCase() !== 'referer') headers[name.toLowerCase()] = textOf(value);
  }
  headers.referer = `https://servicewechat.com/${context.appId}/0/page-frame.html`;
  return headers;
};

const formOf = (data: Bag): string =>
  Object.entries(data)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : textOf(value))}`,
    )
    .join('&');

/** Checks the address as WeChat does and answers where it really is. */
function targetOf(context: WxContext, kind: 'request' | 'uploadFile' | 'downloadFile', url: string): string {
  if (!/^https?:\/\//.test(url)) {
    throw new WxFailure(`invalid url "${url}"`, { errno: 600009 });
  }
  const { origins, domains } = context.network;
  const parsed = new URL(url);
  if (domains && !domains[kind].includes(parsed.origin)) {
    throw new WxFailure('url not in domain list', { errno: 600002 });
  }
  return (origins[parsed.origin] ?? parsed.origin) + url.slice(parsed.origin.length);
}

function bodyOf(
  method: string,
  headers: Record<string, string>,
  data: unknown,
): { query: string; body: Buffer | null } {
  if (data === undefined || data === null || data === '') return { query: '', body: null };
  if (WITH_QUERY.has(method) && typeof data === 'object') return { query: formOf(bagOf(data)), body: null };
  if (typeof data === 'string') return { query: '', body: Buffer.from(data) };
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') {
    return { query: '', body: Buffer.from(data as ArrayBuffer) };
  }
  const form = headers['content-type']?.includes('x-www-form-urlencoded');
  return { query: '', body: Buffer.from(form ? formOf(bagOf(data)) : JSON.stringify(data)) };
}

function readBody(options: Bag, body: Buffer): unknown {
  if (options.responseType === 'arraybuffer') {
    return new Uint8Array(body).buffer;
  }
  const text = body.toString('utf8');
  if ((options.dataType ?? 'json') !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** request, uploadFile, downloadFile: real HTTP, with WeChat's rules before it. */
export function networkMethods(context: WxContext): WxMethods {
  const { phone } = context;
  const transfer = {
    request: createTransfers(context, 'request'),
    upload: createTransfers(context, 'uploadFile'),
    download: createTransfers(context, 'downloadFile'),
  };
  const isArrived = (status: number) => ({ statusCode: status });

  /** A method that answers its task at once and its result through the callbacks. */
  const withTask =
    (name: string, start: (options: Bag, give: (task: Bag) => void) => Promise<Bag>) => (given: unknown) => {
      let task: Bag = {};
      const result = asyncMethod(context, name, (options) =>
        start(options, (made) => {
          task = made;
        }),
      )(given);
      // Without callbacks WeChat's promise carries the task's methods.
      return result === undefined
        ? Object.assign(context.running.realm.enter({} as Bag), task)
        : Object.assign(result as object, task);
    };

  return {
    request: withTask('request', async (options, give) => {
      const method = textOf(options.method ?? 'GET').toUpperCase();
      if (!METHODS.has(method)) throw new WxFailure(`parameter error: invalid method "${method}"`);
      const target = targetOf(context, 'request', requireText(options, 'url'));
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        ...headersOf(context, options.header),
      };
      const { query, body } = bodyOf(method, headers, options.data);
      const url = query ? `${target}${target.includes('?') ? '&' : '?'}${query}` : target;
      if (body) headers['content-length'] = String(body.length);
      const { task, answer } = transfer.request({ url, method, headers, body }, options.timeout);
      give(task);
      const { status, headers: header, cookies, body: received } = await answer;
      return { data: readBody(options, received), header, cookies, ...isArrived(status) };
    }),
    uploadFile: withTask('uploadFile', async (options, give) => {
      const url = targetOf(context, 'uploadFile', requireText(options, 'url'));
      const filePath = requireText(options, 'filePath');
      const name = requireText(options, 'name');
      const bytes = phone.files.read(filePath);
      if (!bytes) throw new WxFailure('file not found', { errno: 1300002 });
      const fileName = textOf(options.fileName) || (filePath.split('/').pop() ?? 'file');
      const { contentType, body } = multipartBody(bagOf(options.formData), name, fileName, bytes);
      const headers = {
        ...headersOf(context, options.header),
        'content-type': contentType,
        'content-length': String(body.length),
      };
      const { task, answer } = transfer.upload({ url, method: 'POST', headers, body }, options.timeout);
      give(task);
      const { status, body: received } = await answer;
      // Documented: `data` is a string, whatever the server sent.
      return { data: received.toString('utf8'), ...isArrived(status) };
    }),
    downloadFile: withTask('downloadFile', async (options, give) => {
      const url = targetOf(context, 'downloadFile', requireText(options, 'url'));
      const { task, answer } = transfer.download(
        { url, method: 'GET', headers: headersOf(context, options.header), body: null },
        options.timeout,
      );
      give(task);
      const { status, headers, body } = await answer;
      const type = /(?:image|application)\/(jpeg|png|pdf|json)/.exec(headers['content-type'] ?? '')?.[1];
      const extension = extensionOf(new URL(url).pathname) || (type === 'jpeg' ? 'jpg' : (type ?? ''));
      const given = textOf(options.filePath);
      if (given) phone.files.write(given, body);
      const path = given ? { filePath: given } : { tempFilePath: phone.files.addTemporary(body, extension) };
      return { ...path, ...isArrived(status), dataLength: body.length };
    }),
  };
}
