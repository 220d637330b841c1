import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { envExample, withGeneratedBlocks } from './generated-texts';
import { H5_HEADERS_SNIPPET, h5HeadersSnippet } from './h5-headers-snippet';
import { PROJECT_FILE_SCHEMA, projectFileSchemaText } from './project-file-schema';

const root = resolve(__dirname, '../..');

/** `npm run docs`: rewrites what is derived from code. A test fails while it is stale. */
function writeDocs(): void {
  writeFileSync(join(root, '.env.example'), envExample());
  writeFileSync(join(root, PROJECT_FILE_SCHEMA), projectFileSchemaText());
  writeFileSync(join(root, H5_HEADERS_SNIPPET), h5HeadersSnippet());
  const readme = join(root, 'README.md');
  writeFileSync(readme, withGeneratedBlocks(readFileSync(readme, 'utf8')));
}

writeDocs();
