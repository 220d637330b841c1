import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../../contract-pdf/testing/run-tool';
import { pemOf } from '../index';

const distid = 'distid:1234567812345678';
/** What openssl needs to be told before it verifies, or makes, SM2 signatures as the trade does. */
export const vfyopt = (algorithm: string): string[] => (algorithm === 'sm2' ? ['-vfyopt', distid] : []);
export const sigopt = (algorithm: string): string[] => (algorithm === 'sm2' ? ['-sm3', '-sigopt', distid] : []);

/** A folder of files for Debian's openssl, which judges what we make. Call `remove` in the end. */
export class OpenSslFolder {
  readonly #path = mkdtempSync(join(tmpdir(), 'pki-'));

  path(name: string): string {
    return join(this.#path, name);
  }

  /** Writes a file and gives its path. */
  file(name: string, content: Uint8Array | string): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  certificates(name: string, ...ders: Uint8Array[]): string {
    return this.file(name, ders.map((der) => pemOf('CERTIFICATE', der)).join(''));
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  /** Both streams: openssl tells some failures by words only. */
  run(...args: string[]): string {
    return runTool('openssl', args).text;
  }

  remove(): void {
    rmSync(this.#path, { recursive: true });
  }
}
