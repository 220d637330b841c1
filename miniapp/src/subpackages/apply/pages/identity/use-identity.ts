import { endpoints, IDENTITY_CONSENT_VERSION, type OwnIdentityCheck } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { navigateBack } from '../../../../platform/navigation';
import { goOn } from '../../order-flow/go-on';
import { personErrorsOf } from './check-person';
import { faceWayFor } from './face-way';
import { type IdentityCalls, loadIdentity, withFaceCheck } from './load-identity';
import { isOnlyWay, staffWayFor } from './staff-way';
import { draftOf, storedPerson } from './typed-person';
import { useConsent } from './use-consent';
import { useFaceCheck } from './use-face-check';
import { useOptionalOrder } from './use-optional-order';
import { usePersonForm } from './use-person-form';
import { usePhoneProof } from './use-phone-proof';
import { useStaffCheck } from './use-staff-check';

/** While staff are at it, the page looks by itself whether they are done. */
const CHECK_MS = 60_000;

const CALLS: IdentityCalls = {
  readAccount: () => call(endpoints.account.readAccount),
  readState: () => call(endpoints.identity.readState),
  readFaceResult: (faceCheckId) => call(endpoints.faceChecks.readResult, { params: { faceCheckId } }),
};

/** State of the step that proves who applies. */
export function useIdentity(orderId: string | undefined) {
  const load = useLoad(() => loadIdentity(CALLS), 'identity');
  const account = load.data?.account ?? null;
  const state = load.data?.state ?? null;
  const order = useOptionalOrder(orderId);
  const form = usePersonForm(state && storedPerson(state.draft));
  const consent = useConsent();
  const [isUntypable, sayUntypable] = useState(false);
  const [wantsCorrection, setWantsCorrection] = useState(false);
  const phoneProof = usePhoneProof(form.person.phone ?? '', () => form.passField('phone'));

  const goOnFromHere = useAction(async () => {
    if (!orderId) {
      await navigateBack();
      return;
    }
    // Read again: being verified moves the order on.
    await goOn(await call(endpoints.orders.readOrder, { params: { orderId } }));
  });

  const verify = useAction(async () => {
    const proof = await phoneProof.read();
    await form.settle();
    const body = { ...draftOf(form.person), consentVersion: IDENTITY_CONSENT_VERSION, ...proof };
    const verified = await call(endpoints.identity.verifyIdentity, { body });
    if (state) {
      load.setData({ account: verified, state, faceProblem: null });
    }
    await goOnFromHere.run();
  });

  const code = verify.problem?.code ?? null;
  const { reload } = load;
  const pass = () => {
    const needed = [form.pass(), phoneProof.pass(form.person.phone !== null), consent.pass()];
    return !needed.includes(false);
  };
  const isCorrecting = wantsCorrection && account?.identity?.verifiedBy === 'staff' && state?.check?.state !== 'open';
  const way = staffWayFor({ person: form.person, isUntypable, code, state });
  const reason = way ?? (isCorrecting ? 'contested' : null);
  const check = useStaffCheck({
    orderId,
    person: form.person,
    reason,
    pass,
    phoneProof: phoneProof.read,
    onRequested: (asked: OwnIdentityCheck) => {
      if (account && state) {
        load.setData({ account, state: { ...state, check: asked }, faceProblem: null });
      }
    },
  });
  const face = useFaceCheck({
    orderId,
    person: form.person,
    pass,
    phoneProof: phoneProof.read,
    settle: form.settle,
    onBegun: (begun) => {
      if (account && state) {
        load.setData({ account, state: withFaceCheck(state, begun), faceProblem: null });
      }
    },
  });
  // Tries were counted, or the person was verified meanwhile on another device: look again.
  const refusal = code ?? face.start.problem?.code ?? null;
  useEffect(() => {
    if (refusal) {
      void reload();
    }
  }, [refusal, reload]);

  const isChecking = account !== null && state?.check?.state === 'open';
  usePolling(isChecking, CHECK_MS, reload);

  const refused = personErrorsOf(verify.problem ?? check.request.problem ?? face.start.problem);
  return {
    load,
    account,
    state,
    order,
    form,
    errors: {
      name: form.errors.name ?? refused.name,
      idNumber: form.errors.idNumber ?? refused.idNumber,
      phone: form.errors.phone ?? refused.phone,
    },
    type: (...typed: Parameters<typeof form.type>) => {
      form.type(...typed);
      verify.clearProblem();
      check.request.clearProblem();
      face.start.clearProblem();
    },
    consent,
    phoneProof,
    /** The person says that a character of the name cannot be typed. */
    isUntypable,
    sayUntypable,
    verify,
    submit: () => {
      if (pass()) {
        void verify.run();
      }
    },
    goOnFromHere,
    /** A try was refused just now. */
    counted: code === 'identity.mismatch' || code === 'identity.no_record',
    isChecking,
    /** Why the way by staff is offered, if it is. */
    reason,
    onlyStaff: isCorrecting || isOnlyWay(reason, state),
    /** Staff have verified the person and are to do it anew. */
    isCorrecting,
    correct: () => setWantsCorrection(true),
    check,
    face,
    faceWay: isCorrecting ? null : faceWayFor(state, reason),
  };
}
