import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { paramsOf } from './story-people';

export const readEvidence = (context: StoryContext): Promise<Uint8Array> =>
  context.applicant.call(endpoints.evidence.readOwnEvidence, { params: paramsOf(context) });

/** A package as a stranger has it: unpacked into a folder, with the commands of its CHECK.md. */
export interface UnpackedEvidence {
  readonly folder: string;
  readonly names: readonly string[];
  text(name: string): string;
  json(name: string): unknown;
  overwrite(name: string, change: (bytes: Buffer) => Buffer): void;
  /** Of its CHECK.md. */
  commands(): string[];
  remove(): void;
}

/** Runs as somebody does who pastes it into a terminal. */
export function runIn(folder: string, command: string): { status: number | null; output: string } {
  const { status, stdout, stderr, error } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  if (error) {
    throw error;
  }
  return { status, output: `${stdout}\n${stderr}` };
}

/** The blocks of a guide that are meant to be copied, in their order, exactly as they stand. */
export const commandsOf = (guide: string): string[] =>
  [...guide.matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].map(([, block = '']) => block);

/** A folder that nothing else uses. */
export function emptyFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'evidence-'));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/** With Debian's unzip, whose word on our ZIP is another one's than ours. */
export function unpack(zip: Uint8Array): UnpackedEvidence {
  const { path: parent, remove } = emptyFolder();
  const folder = join(parent, 'files');
  mkdirSync(folder);
  writeFileSync(join(parent, 'evidence.zip'), zip);
  const unzipped = runIn(
    parent,
    'unzip -t evidence.zip && unzip -q evidence.zip -d files && unzip -Z1 evidence.zip > names',
  );
  if (unzipped.status !== 0) {
    throw new Error(`unzip (apt-get install unzip) does not take it: ${unzipped.output}`);
  }
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    folder,
    names: readFileSync(join(parent, 'names'), 'utf8').trim().split('\n'),
    text,
    json: (name) => JSON.parse(text(name)),
    overwrite(name, change) {
      writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
    },
    commands: () => commandsOf(text('CHECK.md')),
    remove,
  };
}

/** Which commands fail, by what they begin with. */
export const failing = ({ folder, commands }: UnpackedEvidence): string[] =>
  commands().filter((command) => runIn(folder, command).status !== 0);
