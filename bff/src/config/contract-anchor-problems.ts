import { certificatesOfPem, orNull } from './read-pem-material';

const SETTINGS = ['CONTRACT_PAST_SIGNING_CERTIFICATES_FILE', 'CONTRACT_TIMESTAMP_ANCHORS_FILE'] as const;

/**
 * A file that is named and holds no certificate would let genuine contracts count as forged. Ended certificates are what the
 * first is for. An empty text is a file that is not named, or that could not be read, which has been said already.
 */
export const contractAnchorProblems = (pem: Readonly<Record<(typeof SETTINGS)[number], string>>): string[] =>
  SETTINGS.filter((name) => pem[name] && (orNull(() => certificatesOfPem(pem[name])) ?? []).length === 0).map(
    (name) => `${name}: holds no certificate, or one that cannot be read`,
  );
