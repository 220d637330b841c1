import { resolve } from 'node:path';
import { checkFileContents } from './files/check-file-contents';
import { checkFileLengths } from './files/check-file-lengths';
import { checkFileNames } from './files/check-file-names';
import { checkImports } from './imports/check-imports';
import { readProjectFiles } from './project-files';
import { describeViolation } from './violation';

/** Checks who imports whom (design.md, section 2) and what files are called, hold and measure. Exits 1 on a violation. */
function main(): void {
  const root = resolve(__dirname, '../..');
  const files = readProjectFiles(root);
  const violations = [
    ...checkImports(files),
    ...checkFileNames(files),
    ...checkFileLengths(files),
    ...checkFileContents(files, root),
  ];
  for (const violation of violations) {
    console.log(describeViolation(violation));
  }
  console.log(`${files.length} files, ${violations.length} violations`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}

main();
