import type { CertificateRules, SealKind } from '@acceptance/shared';

/** What seal makers print on seals that sign electronic documents. */
const USUAL_PURPOSE = '电子签章专用章';
/** A person's seal shows the signature alone; it is what lists say of it. */
const PERSONAL_PURPOSE = '个人签名';

/** The purpose of the seal that comes with a certificate of the project; null: the project has none. */
export function sealPurposeOf({ seal }: CertificateRules, kind: SealKind): string | null {
  if (seal === null) {
    return null;
  }
  return kind === 'person' ? PERSONAL_PURPOSE : (seal?.purpose ?? USUAL_PURPOSE);
}
