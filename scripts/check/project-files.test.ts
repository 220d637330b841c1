import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProjectFiles } from './project-files';

describe('files of the project', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'project-files-'));
    execFileSync('git', ['init', '--quiet'], { cwd: root });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (name: string, content: string | Buffer) => writeFileSync(join(root, name), content);

  it('are those that git knows or would take, and that are still there', () => {
    write('.gitignore', 'ignored.ts\n');
    write('ignored.ts', '');
    write('tracked.ts', 'a');
    write('deleted.ts', '');
    execFileSync('git', ['add', '.'], { cwd: root });
    rmSync(join(root, 'deleted.ts'));
    write('new 文件.ts', 'b');
    const found = readProjectFiles(root).sort((one, other) => one.path.localeCompare(other.path));
    expect(found.map(({ path }) => path)).toEqual(['.gitignore', 'new 文件.ts', 'tracked.ts']);
    expect(found.map(({ text }) => text)).toEqual(['ignored.ts\n', 'b', 'a']);
  });

  it('have no text where they are binary', () => {
    write('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]));
    expect(readProjectFiles(root)).toEqual([{ path: 'picture.png', text: null }]);
  });
});
