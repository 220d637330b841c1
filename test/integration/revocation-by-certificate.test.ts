import { type CertificateAnswer, endpoints } from '@acceptance/shared';
import { answerOf, newKey, provingDevice, softwareHolder } from '../support/certificate-holders';
import { expectError } from '../support/expect-error';
import { useSystem } from '../support/test-system';

const system = useSystem();
const revoke = ({ client }: ReturnType<typeof provingDevice>, answer: CertificateAnswer) =>
  client.call(endpoints.certificateSignIn.revokeCertificate, { body: { ...answer, reason: 'keyCompromise' } });
const statusOf = (serialNumber: string | null) =>
  system()
    .container()
    .certificateAuthority.status(serialNumber ?? '');

describe('a certificate that ends itself', () => {
  it('is revoked by whoever holds its key, without a session and without a code', async () => {
    const { key, certificate, context } = await softwareHolder(system());
    const device = provingDevice(system());
    const revoked = await revoke(device, await answerOf(device, await device.ask('revocation'), key));
    expect(revoked).toEqual({
      serialNumber: certificate.serialNumber,
      revokedAt: system().clock.now().toISOString(),
    });
    await system().settle();
    expect(await statusOf(certificate.serialNumber)).toMatchObject({ state: 'revoked', reason: 'keyCompromise' });
    const params = { certificateId: certificate.id };
    expect(await context.applicant.call(endpoints.certificates.readCertificate, { params })).toMatchObject({
      state: 'revoked',
      revocationReason: 'keyCompromise',
    });
    // Over is over: not even its own key has another word.
    const again = await answerOf(device, await device.ask('revocation'), key);
    await expectError(
      () => revoke(device, again),
      'auth.certificate_revoked',
      () => statusOf(certificate.serialNumber),
    );
    const entry = await system()
      .container()
      .auditEntries.findOne({ action: 'certificateSignIn.revokeCertificate', outcome: 'done' });
    expect(JSON.stringify(entry)).toContain(certificate.id);
  });

  it('stays when the signature was given for something else, on another device, twice, or by another key', async () => {
    const { key, certificate } = await softwareHolder(system());
    const device = provingDevice(system());
    const state = () => statusOf(certificate.serialNumber);
    const forSignIn = await answerOf(device, await device.ask('sign-in'), key);
    await expectError(() => revoke(device, forSignIn), 'auth.challenge_invalid', state);
    const elsewhere = provingDevice(system());
    const answer = await answerOf(device, await device.ask('revocation'), key);
    await expectError(
      () => revoke(elsewhere, { ...answer, deviceId: elsewhere.deviceId }),
      'auth.challenge_invalid',
      state,
    );
    const foreign = await answerOf(device, await device.ask('revocation'), await newKey('ecdsa-p256'), key);
    await expectError(() => revoke(device, foreign), 'auth.certificate_not_proved', state);
    await expectError(() => revoke(device, foreign), 'auth.challenge_invalid', state);
    expect(await state()).toEqual({ state: 'good' });
  });
});
