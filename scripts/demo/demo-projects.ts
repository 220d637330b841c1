import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProjectFile, readProjectFile } from '@acceptance/shared';
import { projectOfFile } from '../../bff/src/modules/project-versions';
import type { ProjectRecord } from '../../bff/src/modules/projects';

const FOLDER = join(__dirname, 'projects');

function readFile(name: string): ProjectFile {
  const read = readProjectFile(readFileSync(join(FOLDER, name), 'utf8'));
  if (!read.ok) {
    throw new Error(`${name}: ${read.problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  }
  return read.file;
}

/** The projects of the demo, files as an operator imports them: names are made up, prices and rules are those of the manual. */
export const DEMO_PROJECT_FILES: readonly ProjectFile[] = readdirSync(FOLDER)
  .map(readFile)
  .sort((one, other) => one.position - other.position);

/** The same as applicants are offered them. */
export const DEMO_PROJECTS: readonly ProjectRecord[] = DEMO_PROJECT_FILES.map((file) => projectOfFile(file, 1));
