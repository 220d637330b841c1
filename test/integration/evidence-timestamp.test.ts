import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractText } from '@acceptance/shared';
import { Types } from 'mongoose';
import { signaturePartsOf } from '../../bff/src/adapters/contract-maker/signature-parts';
import { withEvidence } from '../../bff/src/contract-pdf/testing/incremental-update';
import { sha256 } from '../../bff/src/contract-pdf/testing/made-cms';
import { madeTimestamp } from '../../bff/src/contract-pdf/testing/made-timestamp';
import { sampleSealedAt } from '../../bff/src/contract-pdf/testing/sample-contract';
import { signedBy } from '../../bff/src/contract-pdf/testing/signed-anew';
import { createVerifiedWorld, daysAfter, type VerifiedWorld } from '../../bff/src/contract-pdf/testing/verified-world';
import { cmsOids } from '../../bff/src/contract-pdf/verify/cms-oids';
import { checkGuide } from '../../bff/src/modules/evidence/check-guide';
import type { OrderRecord } from '../../bff/src/modules/orders';
import type { ContractSignatureParts } from '../../bff/src/ports/contract-maker';
import { commandsOf, emptyFolder, runIn } from '../support/evidence-package';

/** As the guide needs it; nothing else of it is read. */
const ORDER = {
  _id: new Types.ObjectId(),
  orderNumber: 'GOV-20261122-000123',
  contract: { contractNumber: 'HT-GOV-20261122-000123' },
} as unknown as OrderRecord;

const guideOf = (parts: ContractSignatureParts): string =>
  checkGuide({
    order: ORDER,
    text: {} as ContractText,
    fileId: '',
    sealedAt: sampleSealedAt,
    parts,
    madeAt: daysAfter(9),
    hasDetails: true,
    isWritingKnown: true,
  });

describe('the time stamp in evidence', () => {
  let world: VerifiedWorld;
  beforeAll(async () => {
    world = await createVerifiedWorld();
  });

  /** A contract with a stamp on its signature, and data about revocation behind it. */
  const stamped = (certificates: readonly Uint8Array[], over?: Buffer): Buffer => {
    const { pdf, us, tsa, issuing } = world;
    const token = (value: Buffer) =>
      madeTimestamp({ authority: tsa, imprint: sha256(over ?? value), time: daysAfter(1), certificates });
    const signed = signedBy(pdf, {
      signer: us,
      unsigned: (value: Buffer) => ({ [cmsOids.signatureTimestamp]: token(value) }),
    });
    return withEvidence(signed, { certificates: [issuing.der] });
  };

  function failingFor(pdf: Buffer): { failed: string[]; commands: string[] } {
    const parts = signaturePartsOf(pdf, world.keys.signerChainPem);
    const folder = emptyFolder();
    const write = (name: string, content: string | Buffer) => writeFileSync(join(folder.path, name), content);
    write('contract.pdf', pdf);
    write('signature.p7s', parts.cms);
    write('signer-chain.pem', parts.pem);
    write('root.pem', parts.rootPem ?? '');
    write('timestamp.tst', parts.timestamp?.token ?? '');
    write('timestamp-chain.pem', parts.timestamp?.pem ?? '');
    write('timestamp-root.pem', parts.timestamp?.rootPem ?? '');
    const commands = commandsOf(guideOf(parts)).filter((command) => /signed\.bin|signature|openssl/.test(command));
    const failed = commands.filter((command) => runIn(folder.path, command).status !== 0);
    folder.remove();
    return { failed, commands };
  }

  it('is judged by openssl with exactly the commands that it says, also behind later revisions', () => {
    const { failed, commands } = failingFor(stamped([world.tsa.der, world.tsaRoot.der]));
    expect(failed).toEqual([]);
    expect(commands.filter((command) => command.startsWith('openssl ts -verify'))).toHaveLength(1);
  });

  it('is refused when it stands over another signature', () => {
    const other = stamped([world.tsa.der, world.tsaRoot.der], Buffer.from('another signature'));
    expect(failingFor(other).failed.map((command) => command.slice(0, 18))).toEqual(['openssl ts -verify']);
  });

  it('asks for the root where the token does not bring it', () => {
    const parts = signaturePartsOf(stamped([world.tsa.der]), world.keys.signerChainPem);
    const guide = guideOf(parts);
    expect(parts.timestamp?.rootPem).toBeNull();
    expect(guide).toContain('请从时间戳服务取得根证书');
    expect(commandsOf(guide).filter((command) => command.includes('ts -verify'))).toEqual([]);
  });

  it('is said to be missing where there is none', () => {
    const parts = signaturePartsOf(world.pdf, world.keys.signerChainPem);
    expect(parts.timestamp).toBeNull();
    expect(guideOf(parts)).toContain('这份合同没有第三方时间戳');
  });
});
