import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder is open in another process that is alive. */
export class FolderInUseError extends Error {
  readonly code = 'EFOLDERINUSE';

  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}; two processes must never open one folder`);
  }
}

interface LockHolder {
  pid: number;
  /** When the process started: a number can be given to a new process, this text cannot. Empty if unknown. */
  startedAt: string;
}

/** Takes the folder for this process; returns the function that gives it back. A dead process's lock is taken over. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'stand-in.lock');
  const own = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) } satisfies LockHolder);
  while (!createExclusively(path, own)) takeAwayStaleLock(folder, path);
  return () => rmSync(path, { force: true });
}

function createExclusively(path: string, content: string): boolean {
  // Written beside and linked: whoever reads the lock always finds it complete.
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, content);
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    unlinkSync(temporary);
  }
}

function takeAwayStaleLock(folder: string, path: string): void {
  const content = readIfPresent(path);
  if (content === undefined) return;
  const holder = parseHolder(content);
  if (holder && isAlive(holder)) throw new FolderInUseError(folder, holder.pid);
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  // Another process may have taken the lock over in between: then it is theirs again.
  if (readIfPresent(aside) !== content) linkSync(aside, path);
  unlinkSync(aside);
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseHolder(content: string): LockHolder | undefined {
  try {
    const holder: unknown = JSON.parse(content);
    const isHolder = typeof holder === 'object' && holder !== null && 'pid' in holder && 'startedAt' in holder;
    return isHolder ? { pid: Number(holder.pid), startedAt: String(holder.startedAt) } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, startedAt }: LockHolder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
  }
  const running = startOf(pid);
  return running === '' || startedAt === '' || running === startedAt;
}

function startOf(pid: number): string {
  try {
    // Field 22 of proc(5)'s stat is the start time; the name in field 2 may contain blanks and brackets.
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${bootId} ${afterName.split(' ')[19] ?? ''}`;
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return '';
  }
}

function isCode(error: unknown, code: string): boolean {
  // Not by instanceof: jest gives tests an Error class of their own.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
