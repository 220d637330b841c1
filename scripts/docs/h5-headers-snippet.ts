import { H5_HEADERS } from '../demo/h5-headers';

export const H5_HEADERS_SNIPPET = 'scripts/deploy/nginx/h5-headers.conf';

/** What nginx adds to every file of the H5 build. */
export function h5HeadersSnippet(): string {
  const lines = Object.entries(H5_HEADERS).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return ['# Written by `npm run docs` from scripts/demo/h5-headers.ts.', ...lines, ''].join('\n');
}
