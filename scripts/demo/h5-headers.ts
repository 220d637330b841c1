import { UKEY_AGENT_PORT } from '@acceptance/shared';

/** What the H5 build needs and nothing else. No script may stand in the page itself, and none may come from elsewhere. */
const POLICY: Record<string, string> = {
  'default-src': "'self'",
  // Taro's components put their style sheets into the page while it runs.
  'style-src': "'self' 'unsafe-inline'",
  // Icons are drawn as data:, photos and the signature are shown as blob: before they are uploaded.
  'img-src': "'self' data: blob:",
  // The icon font of Taro's components stands in their style sheets.
  'font-src': "'self' data:",
  // Taro reads the chosen photo back from its blob: to upload it. The UKey agent is a program on the person's own PC.
  'connect-src': `'self' blob: http://127.0.0.1:${UKEY_AGENT_PORT}`,
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  // Nobody may show the application inside a page of theirs and have people click through it.
  'frame-ancestors': "'none'",
};

/** Headers of every file of the H5 build, besides what the server knows of the file; the front server of production sends the same. */
export const H5_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-cache',
  'content-security-policy': Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
