import { type SpawnSyncReturns, spawnSync } from 'node:child_process';

const debianPackages = {
  pdfsig: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
} as const;

export interface ToolResult {
  status: number | null;
  stdout: Buffer;
  /** Both streams, for looking for messages. */
  text: string;
}

/** Runs an independent checker. @throws Error naming the Debian package when the program is not installed */
export function runTool(name: keyof typeof debianPackages, args: string[]): ToolResult {
  const result: SpawnSyncReturns<Buffer> = spawnSync(name, args, { maxBuffer: 256 * 1024 * 1024 });
  if (result.error && 'code' in result.error && result.error.code === 'ENOENT') {
    throw new Error(`This test needs the program ${name}: apt-get install ${debianPackages[name]}`);
  }
  if (result.error) throw result.error;
  return { status: result.status, stdout: result.stdout, text: `${result.stdout}\n${result.stderr}` };
}
