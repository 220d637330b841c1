import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { envExample, READMES, withGeneratedBlocks } from './generated-texts';
import { H5_HEADERS_SNIPPET, h5HeadersSnippet } from './h5-headers-snippet';
import { ALERT_RULES, alertRules, DASHBOARD, dashboard } from './monitoring-files';
import { PROJECT_FILE_SCHEMA, projectFileSchemaText } from './project-file-schema';

const root = resolve(__dirname, '../..');

/** `npm run docs`: rewrites what is derived from code. A test fails while it is stale. */
function writeDocs(): void {
  writeFileSync(join(root, '.env.example'), envExample());
  writeFileSync(join(root, PROJECT_FILE_SCHEMA), projectFileSchemaText());
  writeFileSync(join(root, H5_HEADERS_SNIPPET), h5HeadersSnippet());
  writeFileSync(join(root, ALERT_RULES), alertRules());
  writeFileSync(join(root, DASHBOARD), dashboard());
  for (const readme of READMES.map((name) => join(root, name))) {
    writeFileSync(readme, withGeneratedBlocks(readFileSync(readme, 'utf8')));
  }
}

writeDocs();
