import { h5Headers } from '../demo/h5-headers';

export const H5_HEADERS_SNIPPET = 'scripts/deploy/nginx/h5-headers.conf';

/** What nginx adds to every file of the H5 build; it knows media types by itself. */
export function h5HeadersSnippet(): string {
  const { 'content-type': _ofTheFile, ...headers } = h5Headers('index.html');
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return ['# Written by `npm run docs` from scripts/demo/h5-headers.ts.', ...lines, ''].join('\n');
}
