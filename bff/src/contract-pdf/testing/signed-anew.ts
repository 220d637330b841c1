import { type CmsWishes, madeCms, sha256 } from './made-cms';

/** Exchanges the signature of a contract for another CMS, made of the digest of what it covers. */
export function signedAnew(pdf: Buffer, cmsOf: (digest: Buffer) => Buffer): Buffer {
  const signed = Buffer.from(pdf);
  const from = signed.indexOf('/Contents <', 0, 'latin1') + '/Contents '.length;
  const to = signed.indexOf('>', from, 'latin1') + 1;
  const room = to - from - 2;
  const hex = cmsOf(sha256(signed.subarray(0, from), signed.subarray(to))).toString('hex');
  if (hex.length > room) throw new Error('The signature needs more room');
  signed.write(hex.padEnd(room, '0'), from + 1, 'latin1');
  return signed;
}

export const signedBy = (pdf: Buffer, wishes: Omit<CmsWishes, 'digest'>): Buffer =>
  signedAnew(pdf, (digest) => madeCms({ ...wishes, digest }));

/** Exchanges text for text of the same length, so that everything stays where it stands. */
export function exchanged(pdf: Buffer, from: string, to: string): Buffer {
  const changed = Buffer.from(pdf);
  const place = changed.indexOf(from, 0, 'latin1');
  if (place < 0 || from.length !== to.length) throw new Error(`Cannot exchange ${from}`);
  changed.write(to, place, 'latin1');
  return changed;
}
