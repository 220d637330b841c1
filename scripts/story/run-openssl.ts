import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What OpenSSL writes. A PIN goes by the environment (`env:PIN` in the arguments), where no list of processes shows it.
 * @throws Error with OpenSSL's words, or one that says what to install
 */
export async function runOpenssl(args: readonly string[], pin = ''): Promise<Buffer> {
  try {
    return (await run('openssl', args, { encoding: 'buffer', env: { ...process.env, PIN: pin } })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('OpenSSL 3 is needed: apt-get install openssl');
    }
    throw error;
  }
}
