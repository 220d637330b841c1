import { type CertificateSummary, startProblem } from '@acceptance/shared';

type Listed = Pick<CertificateSummary, 'id' | 'state' | 'notAfter' | 'revocationReason' | 'replacesId'>;

/** Of one's certificates the one that ends first and can be renewed now; what has a successor that is good is done with. */
export function renewableCertificate<Item extends Listed>(items: readonly Item[], now: number): Item | null {
  const replaced = new Set(
    items.filter(({ state }) => state === 'issued' || state === 'suspended').map(({ replacesId }) => replacesId),
  );
  const open = items.filter(({ id, state, notAfter, revocationReason }) => {
    if (!notAfter) {
      return false;
    }
    const facts = { state, revocationReason, notAfter: Date.parse(notAfter), isReplaced: replaced.has(id) };
    // A renewal is for everybody alike.
    return startProblem('renewal', { ...facts, applicantType: 'unit' }, now) === null;
  });
  return [...open].sort((left, right) => (left.notAfter ?? '').localeCompare(right.notAfter ?? ''))[0] ?? null;
}
