import { checkProjectFile, type ProjectFileCheck } from './check-project-file';
import type { ProjectFile } from './project-file';

/** Characters of a project file; one with everything that it may hold has some 10,000. */
export const longestProjectFile = 64 * 1024;

const unreadable = (message: string): ProjectFileCheck => ({ ok: false, problems: [{ path: '', message }] });

/** A project file as its text: Windows editors put a byte order mark before it. */
export function readProjectFile(text: string): ProjectFileCheck {
  if (text.length > longestProjectFile) {
    return unreadable(`文件太大，最多 ${longestProjectFile / 1024} KB`);
  }
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable('不是 JSON 文件，或者写错了：请检查引号、逗号和括号是否成对，最后一项后面没有逗号');
  }
  return checkProjectFile(read);
}

/** The same settings are always the same text: names in the order of the schema, Chinese as it is. */
export function writeProjectFile(file: ProjectFile): string {
  const checked = checkProjectFile(file);
  return `${JSON.stringify(checked.ok ? checked.file : file, null, 2)}\n`;
}
