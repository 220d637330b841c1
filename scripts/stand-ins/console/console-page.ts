import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES: Record<string, [name: string, contentType: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/console.css': ['console.css', 'text/css; charset=utf-8'],
  '/titles.js': ['titles.js', 'text/javascript; charset=utf-8'],
  '/console.js': ['console.js', 'text/javascript; charset=utf-8'],
};

/** The page's files. It loads nothing from anywhere else. */
export function consolePageFile(path: string): { body: string; headers: Record<string, string> } | undefined {
  const file = FILES[path];
  if (!file) return undefined;
  return {
    body: readFileSync(join(__dirname, 'page', file[0]), 'utf8'),
    headers: {
      'content-type': file[1],
      'content-security-policy': "default-src 'self'; img-src data:",
      'cache-control': 'no-store',
    },
  };
}
