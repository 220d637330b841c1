import type { SealPicture } from '../seal-picture';
import type { SealContent } from '../sign-seal';
import { sampleSealText } from './sample-names';
import { later, type SealParties } from './seal-parties';

/** What is asked of `signSeal` for a unit with one certificate, for a hundred days from `parties.at`. */
export function sampleSealContent(
  parties: SealParties,
  picture: SealPicture,
  changes: Partial<SealContent> = {},
): SealContent {
  return {
    picture,
    sealId: 'SEAL-2026-000001',
    type: 'unit',
    name: sampleSealText.name,
    holderCertificates: [parties.holder],
    bindBy: 'certificate',
    createdAt: parties.at,
    validity: { from: parties.at, to: later(parties.at, 100) },
    maker: parties.maker,
    ...changes,
  };
}
