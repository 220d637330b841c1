import type { CertificateAnswer, GivenSecondFactor, SecondFactorState } from '@acceptance/shared';
import { useState } from 'react';
import { provesByCertificate } from '../platform/factor-proof';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../texts-accounts';

export type FactorWay = 'code' | 'certificate';

/** Those of the ways that can be gone here. */
export const waysHere = (has: Readonly<Record<FactorWay, boolean>>): FactorWay[] => [
  ...(has.code ? (['code'] as const) : []),
  ...(has.certificate && provesByCertificate ? (['certificate'] as const) : []),
];

/** Which second factor somebody gives again, of those that they have: a code that is typed, or what a certificate has signed. */
export function useFactor(state: Pick<SecondFactorState, 'enrolled' | 'certificates'> | null) {
  const [chosen, choose] = useState<FactorWay | null>(null);
  const [answer, give] = useState<CertificateAnswer | null>(null);
  const has = { code: state?.enrolled ?? false, certificate: (state?.certificates.length ?? 0) > 0 };
  const ways = waysHere(has);
  const way = ways.find((one) => one === chosen) ?? ways[0] ?? null;
  return {
    ways,
    way,
    choose,
    /** There is one, and none that can be given here. */
    isElsewhere: way === null && (has.code || has.certificate),
    isSigned: answer !== null,
    give,
    /** What is missing of it; a code is checked by how it looks only. */
    problemOf(code: string): string | null {
      if (way === 'code') {
        return code.trim().length >= 6 ? null : TEXT.secondFactorMissing;
      }
      return way === 'certificate' && !answer ? TEXT.signatureMissing : null;
    },
    /** What is sent. A signature is good once, whatever becomes of it. */
    take(code: string): GivenSecondFactor {
      give(null);
      if (way === 'certificate') {
        return answer ? { certificate: answer } : {};
      }
      return way === 'code' ? { secondFactor: code } : {};
    },
  };
}
export type FactorInHand = ReturnType<typeof useFactor>;
