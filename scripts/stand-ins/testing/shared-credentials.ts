import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoCredentials, loadOrCreateDemoCredentials } from '../demo-credentials';

const FOLDER = join(tmpdir(), 'acceptance-test-credentials');

/** Credentials for tests that do not care which: two RSA keys a test file would be a second each. */
export function sharedCredentials(): DemoCredentials {
  mkdirSync(FOLDER, { recursive: true });
  return loadOrCreateDemoCredentials(FOLDER);
}
