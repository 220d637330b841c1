import { type CertificateAnswer, endpoints, type FactorCertificate, type SecondFactorState } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { proofChecks, proofIn } from '../../desk/proof-fields';
import { useFactor } from '../../desk/use-factor';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';

/** What is being done on the page: one thing at a time, for a proof is typed for what is in front of one. */
export type Deed =
  | { readonly deed: 'remove' }
  | { readonly deed: 'bind' }
  | { readonly deed: 'unbind'; readonly certificate: FactorCertificate };

export interface DeedInHand {
  readonly doing: Deed | null;
  readonly turnTo: (next: Deed | null) => void;
}

interface FactorCertificatesWish extends DeedInHand {
  readonly state: SecondFactorState;
  readonly onChange: () => Promise<void>;
}

/** State and acts of the certificates that are second factors of one's own. */
export function useFactorCertificates({ state, onChange, ...hand }: FactorCertificatesWish) {
  const factor = useFactor(state);
  const form = useFields(proofChecks(factor));
  const isReady = (): boolean => form.pass('password', 'secondFactor');

  const turnTo = (next: Deed | null) => {
    form.clear();
    factor.give(null);
    hand.turnTo(next);
  };
  const done = async (what: string) => {
    turnTo(null);
    say(what);
    await onChange();
  };

  const bind = async (newCertificate: CertificateAnswer): Promise<void> => {
    await call(endpoints.staff.askToBindCertificate, { body: { ...proofIn(form, factor), newCertificate } });
    await done(TEXT.asked);
  };
  const unbind = useAction(async ({ id }: FactorCertificate) => {
    if (isReady()) {
      const params = { factorCertificateId: id };
      await call(endpoints.staff.unbindCertificate, { params, body: proofIn(form, factor) });
      await done(TEXT.unbound);
    }
  });
  return {
    doing: hand.doing,
    turnTo: (next: Deed | null) => {
      unbind.clearProblem();
      turnTo(next);
    },
    factor,
    form,
    isReady,
    bind,
    unbind,
  };
}
export type FactorCertificatesState = ReturnType<typeof useFactorCertificates>;
