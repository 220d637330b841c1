import type { FieldCipher } from '../../database/field-cipher';
import { storedIdOf } from '../../database/stored-id';
import type { TrustedDeviceModel } from './trusted-device.model';

export interface TrustedDeviceDependencies {
  readonly trustedDevices: TrustedDeviceModel;
  readonly cipher: FieldCipher;
}

/** A device not used for this long must prove itself again. */
const TRUSTED_SECONDS = 180 * 86_400;

const SUBJECT_PURPOSE = 'trusted-device.subject';
/** How a device of a subject (`applicant:<phone>`, `staff:<user name>`) may be stored, the newest key first. */
export const deviceKeysOf = (cipher: FieldCipher, subject: string, deviceId: string): string[] =>
  cipher.lookupHashes(`${subject}|${deviceId}`, 'trusted-device');

export async function isDeviceTrusted(
  { trustedDevices, cipher }: TrustedDeviceDependencies,
  { subject, deviceId, now }: { subject: string; deviceId: string; now: Date },
): Promise<boolean> {
  const keys = deviceKeysOf(cipher, subject, deviceId);
  return (await trustedDevices.exists({ _id: { $in: keys }, forgetAt: { $gt: now } })) !== null;
}

/** Trusts a device from now on; doing it again prolongs it. @returns the key under which it is stored */
export async function trustDevice(
  { trustedDevices, cipher }: TrustedDeviceDependencies,
  { subject, deviceId, now }: { subject: string; deviceId: string; now: Date },
): Promise<string> {
  // Sessions name the key: a device that an older hash key has named keeps it.
  const _id = await storedIdOf(trustedDevices, deviceKeysOf(cipher, subject, deviceId));
  const subjectKey = cipher.lookupHash(subject, SUBJECT_PURPOSE);
  await trustedDevices.updateOne(
    { _id },
    {
      $set: { subject: subjectKey, forgetAt: new Date(now.getTime() + TRUSTED_SECONDS * 1000) },
      $setOnInsert: { trustedAt: now },
    },
    { upsert: true },
  );
  return _id;
}

/** Ends the trust in all devices of a subject, but for the one stored as `keep`. */
export async function distrustDevices(
  { trustedDevices, cipher }: TrustedDeviceDependencies,
  subject: string,
  keep: string | null = null,
): Promise<void> {
  await trustedDevices.deleteMany({
    subject: { $in: cipher.lookupHashes(subject, SUBJECT_PURPOSE) },
    _id: { $ne: keep },
  });
}

/** Ends the trust in devices, given as they are stored. */
export async function distrustKeys(trustedDevices: TrustedDeviceModel, keys: readonly string[]): Promise<void> {
  await trustedDevices.deleteMany({ _id: { $in: [...keys] } });
}
