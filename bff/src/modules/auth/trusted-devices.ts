import type { FieldCipher } from '../../database/field-cipher';
import type { TrustedDeviceModel } from './trusted-device.model';

export interface TrustedDeviceDependencies {
  readonly trustedDevices: TrustedDeviceModel;
  readonly cipher: FieldCipher;
}

/** A device not used for this long must prove itself again. */
const TRUSTED_SECONDS = 180 * 86_400;

/** How a device of a subject (`applicant:<phone>`, `staff:<user name>`) is stored. */
export const deviceKeyOf = (cipher: FieldCipher, subject: string, deviceId: string): string =>
  cipher.lookupHash(`${subject}|${deviceId}`, 'trusted-device');
const subjectKeyOf = (cipher: FieldCipher, subject: string): string =>
  cipher.lookupHash(subject, 'trusted-device.subject');

export async function isDeviceTrusted(
  { trustedDevices, cipher }: TrustedDeviceDependencies,
  { subject, deviceId, now }: { subject: string; deviceId: string; now: Date },
): Promise<boolean> {
  const _id = deviceKeyOf(cipher, subject, deviceId);
  return (await trustedDevices.exists({ _id, forgetAt: { $gt: now } })) !== null;
}

/** Trusts a device from now on; doing it again prolongs it. */
export async function trustDevice(
  { trustedDevices, cipher }: TrustedDeviceDependencies,
  { subject, deviceId, now }: { subject: string; deviceId: string; now: Date },
): Promise<void> {
  await trustedDevices.updateOne(
    { _id: deviceKeyOf(cipher, subject, deviceId) },
    {
      $set: { subject: subjectKeyOf(cipher, subject), forgetAt: new Date(now.getTime() + TRUSTED_SECONDS * 1000) },
      $setOnInsert: { trustedAt: now },
    },
    { upsert: true },
  );
}

/** Ends the trust in all devices of a subject, but for the one stored as `keep`. */
export async function distrustDevices(
  { trustedDevices, cipher }: TrustedDeviceDependencies,
  subject: string,
  keep: string | null = null,
): Promise<void> {
  await trustedDevices.deleteMany({ subject: subjectKeyOf(cipher, subject), _id: { $ne: keep } });
}

/** Ends the trust in devices, given as they are stored. */
export async function distrustKeys(trustedDevices: TrustedDeviceModel, keys: readonly string[]): Promise<void> {
  await trustedDevices.deleteMany({ _id: { $in: [...keys] } });
}
