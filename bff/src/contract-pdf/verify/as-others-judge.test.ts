import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDocumentTimestamp, withEvidence } from '../testing/incremental-update';
import { sha256 } from '../testing/made-cms';
import { manipulatedContracts } from '../testing/manipulated-contracts';
import { runTool } from '../testing/run-tool';
import { createVerifiedWorld, type VerifiedWorld } from '../testing/verified-world';

// Making RSA keys takes seconds on a busy machine.

const folder = mkdtempSync(join(tmpdir(), 'others-judge-'));
const saved = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});
afterAll(() => rmSync(folder, { recursive: true }));

const made = (name: string): Buffer => {
  const contract = manipulatedContracts.find((candidate) => candidate.name === name);
  if (!contract) throw new Error(`There is no contract with ${name}`);
  return contract.make(world);
};

describe('programs of others agree', () => {
  test('poppler and qpdf find what we append ourselves sound', () => {
    const file = withEvidence(world.pdf, { certificates: [world.issuing.der] });
    const path = saved('evidence.pdf', withDocumentTimestamp(file, world.stamp));
    expect(runTool('qpdf', ['--check', path]).status).toBe(0);
    const { text } = runTool('pdfsig', [path]);
    expect(text).toContain('Signature is Valid.');
    expect(text).toContain('Total document signed');
    expect(text).toContain('测试时间戳服务');
  });

  test.each(['a byte of a page', 'another time of signing', 'the signature of another contract'])(
    'poppler: the digest does not fit (%s)',
    (name) => {
      expect(runTool('pdfsig', [saved('changed.pdf', made(name))]).text).toContain('Digest Mismatch');
    },
  );

  test.each(['a comment', 'a page exchanged', 'something that runs when it is opened', 'other pages in the catalog'])(
    'poppler: the signature is not over the whole document (%s)',
    (name) => {
      const { text } = runTool('pdfsig', [saved('appended.pdf', made(name))]);
      expect(text).toContain('Signature is Valid.');
      expect(text).toContain('Not total document signed');
    },
  );

  test.each(['the table cut off', 'a place of the table moved', 'a PDF without anything'])(
    'qpdf: the file is damaged (%s)',
    (name) => {
      expect(runTool('qpdf', ['--check', saved('damaged.pdf', made(name))]).status).not.toBe(0);
    },
  );

  test('openssl takes our time stamp for one, and only over what it is over', () => {
    const token = saved('token.der', world.stamp(sha256(Buffer.from('content'))));
    const root = saved('root.pem', Buffer.from(world.tsaRoot.pem));
    const verify = (content: string) =>
      runTool('openssl', [
        'ts',
        '-verify',
        '-in',
        token,
        '-token_in',
        '-CAfile',
        root,
        '-data',
        saved('data', Buffer.from(content)),
      ]);
    expect(verify('content').text).toContain('Verification: OK');
    expect(verify('another').status).not.toBe(0);
  });
});
