import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDocumentTimestamp } from '../../bff/src/contract-pdf/testing/incremental-update';
import { createVerifiedWorld, type VerifiedWorld } from '../../bff/src/contract-pdf/testing/verified-world';
import { readArguments } from './read-arguments';

// Making RSA keys takes seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'contract-verify-'));
const saved = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'verify-contract.ts'), ...words],
    {
      encoding: 'utf8',
    },
  );
  return { status, text: `${stdout}${stderr}` };
};

it('says genuine and what the file says of itself, and ends with 0', () => {
  const file = saved('contract.pdf', withDocumentTimestamp(world.pdf, world.stamp));
  const anchors = ['--anchor', saved('signer.pem', world.keys.signerPem)];
  const stamps = ['--tsa-anchor', saved('tsa.pem', world.tsaRoot.pem)];
  const { status, text } = run(file, ...anchors, ...stamps);
  expect(text).toContain('真实 (Genuine)');
  expect(text).toContain('HT-GOV-20261122-000123');
  expect(text).toContain('文档时间戳');
  expect(status).toBe(0);
  expect(run(file, ...anchors).text).toContain('不作判断');
});

it('says why a file is not, and ends with 1', () => {
  const anchor = saved('signer.pem', world.keys.signerPem);
  const changed = run(saved('changed.pdf', Buffer.concat([world.pdf, Buffer.from('\n% more')])), '--anchor', anchor);
  expect(changed.text).toContain('签署后被改动');
  expect(changed.text).toContain('[appended]');
  expect(changed.text).not.toContain('HT-GOV');
  expect(changed.status).toBe(1);
  const late = run(saved('contract.pdf', world.pdf), '--anchor', anchor, '--at', '2099-01-01T00:00:00Z');
  expect(late.text).toContain('[not_valid_then]');
  expect(late.status).toBe(1);
});

it('ends with 2 when it is called wrongly, or with files that cannot be read', () => {
  const anchor = saved('signer.pem', world.keys.signerPem);
  expect(run().status).toBe(2);
  expect(run(join(folder, 'none.pdf'), '--anchor', anchor).status).toBe(2);
  expect(run(anchor, '--anchor', saved('nothing.pem', 'nothing')).text).toContain('trust anchor');
});

it.each([
  ['a.pdf'],
  ['a.pdf --anchor'],
  ['--anchor a.pem'],
  ['a.pdf b.pdf --anchor a.pem'],
  ['a.pdf --anchor a.pem --at yesterday'],
  ['a.pdf --anchor a.pem --at 2026-01-01 --at 2026-01-02'],
  ['a.pdf --anchor a.pem --trust all'],
])('does not understand: %s', (words) => {
  expect(readArguments(words.split(' '))).toBeNull();
});
