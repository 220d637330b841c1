import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError, readProjectFile, writeProjectFile } from '@acceptance/shared';
import {
  fileOfText,
  findDraft,
  newestVersion,
  publishVersion,
  refuseUnfit,
  saveVersionDraft,
} from '../../bff/src/modules/project-versions';
import { type Operation, openOperation, operatorSettings } from '../operator/open-operation';
import { OPERATOR_OPTION, OPERATOR_USAGE, operatorOf } from '../operator/operator-name';
import { projectNeeds } from './project-surroundings';

export const USAGE = `Usage: npm run projects -- <command>
  validate <file>   names every problem of a project file; needs no database
  import <file>     keeps it as the draft of its project
  export <id>       writes what is offered (or was, until it was withdrawn) to the standard output
  publish <id>      publishes the draft at once, without a second person
  ${OPERATOR_USAGE}
The format is scripts/projects/acceptance-project.schema.json. Drafts can be published at the desk by an administrator, too.
Exit code 1: it was not done, and why.`;

export interface Outcome {
  readonly text: string;
  readonly done: boolean;
}

const line = ({ path, message }: { readonly path: string; readonly message: string }): string =>
  `${path || '文件'}: ${message}`;

/** What is wrong with a file by itself. */
export function validateText(text: string): Outcome {
  const read = readProjectFile(text);
  return read.ok
    ? { text: `${read.file.id}: no problems`, done: true }
    : { text: read.problems.map(line).join('\n'), done: false };
}

const plannedFor = (name: string) => ({ action: `operator.projects.${name}`, object: null });

async function importText(operation: Operation, text: string, operator: string, now: Date): Promise<Outcome> {
  const needs = projectNeeds(operation.connection);
  const file = fileOfText(text);
  const revision = (await findDraft(needs.projectVersions, file.id))?.revision ?? null;
  const id = await operation.perform(plannedFor('import'), async () => {
    const draft = await saveVersionDraft(needs, { by: { operator }, revision, file, now });
    return { result: draft.projectId, object: `projectVersion:${draft._id.toHexString()}` };
  });
  return {
    text: `${id}: kept as a draft; an administrator publishes it at the desk, or you by publish ${id}`,
    done: true,
  };
}

async function exportProject(operation: Operation, id: string): Promise<Outcome> {
  const newest = await newestVersion(projectNeeds(operation.connection).projectVersions, id);
  return newest
    ? { text: writeProjectFile(newest.file).trimEnd(), done: true }
    : { text: `there is no project called ${id}`, done: false };
}

async function publish(operation: Operation, id: string, operator: string, now: Date): Promise<Outcome> {
  const needs = projectNeeds(operation.connection);
  const draft = await findDraft(needs.projectVersions, id);
  if (!draft) {
    return { text: `there is no draft of a project called ${id}`, done: false };
  }
  const number = await operation.perform(plannedFor('publish'), async () => {
    await refuseUnfit(needs, draft, draft.revision);
    const published = await publishVersion(needs, draft, { by: { operator }, now });
    return { result: published.number, object: `projectVersion:${published._id.toHexString()}` };
  });
  return { text: `${id}: version ${number} is offered from now on`, done: true };
}

type Command = (operation: Operation, subject: string, operator: string, now: Date) => Promise<Outcome>;

const COMMANDS: Readonly<Record<string, Command>> = {
  import: (operation, path, operator, now) => importText(operation, readFileSync(path, 'utf8'), operator, now),
  export: exportProject,
  publish,
};

/** A refusal with all that it says of the file. */
const refusal = (error: AppError): Outcome => ({
  text: [error.code, ...(error.fields ?? []).map(line)].join('\n'),
  done: false,
});

/** Runs one command; `open` is called by those that need the database. */
export async function runProjectsCommand(
  args: readonly string[],
  now: Date,
  open: () => Promise<Operation>,
): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean' }, ...OPERATOR_OPTION },
  });
  const [name = '', subject] = positionals;
  if (name === 'validate' && subject) {
    return validateText(readFileSync(subject, 'utf8'));
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (values.help || !command || !subject) {
    return { text: USAGE, done: values.help === true };
  }
  const operation = await open();
  try {
    return await command(operation, subject, operatorOf(args).name, now);
  } catch (error) {
    if (error instanceof AppError) {
      return refusal(error);
    }
    throw error;
  } finally {
    await operation.close();
  }
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const open = () => openOperation(operatorSettings(), { operator: operatorOf(args) });
  const { text, done } = await runProjectsCommand(args, new Date(), open);
  (done ? console.log : console.error)(text);
  process.exitCode = done ? 0 : 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(`It was not done: ${(error as Error).message}`);
    process.exitCode = 1;
  });
}
