import { endpoints, FACE_CONSENT_VERSION, type FaceCheckView, IDENTITY_CONSENT_VERSION } from '@acceptance/shared';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { openFacePage } from '../../../../platform/face-page';
import { draftOf, type TypedPerson } from './typed-person';
import { useConsent } from './use-consent';

export interface FaceCheckNeeds {
  readonly orderId: string | undefined;
  readonly person: TypedPerson;
  /** Checks fields and consent as the automatic way does; whether nothing is missing. */
  readonly pass: () => boolean;
  readonly phoneProof: () => Promise<object>;
  /** What was typed is on the server, where it outlives the way to the other page. */
  readonly settle: () => Promise<unknown>;
  readonly onBegun: (check: FaceCheckView) => void;
}

/** Beginning a check by face and going on with one. How it went is asked when the page is shown again (`loadIdentity`). */
export function useFaceCheck({ orderId, person, pass, phoneProof, settle, onBegun }: FaceCheckNeeds) {
  const consent = useConsent();
  const start = useAction(async () => {
    await settle();
    const consents = { consentVersion: IDENTITY_CONSENT_VERSION, faceConsentVersion: FACE_CONSENT_VERSION };
    const body = { ...draftOf(person), ...consents, ...(await phoneProof()) };
    const check = await call(endpoints.faceChecks.startCheck, { body });
    onBegun(check);
    if (check.url) {
      await openFacePage(check.url, orderId);
    }
  });
  return {
    consent,
    start,
    submit: () => {
      const needed = [pass(), consent.pass()];
      if (!needed.includes(false)) {
        void start.run();
      }
    },
    goOn: (url: string) => void openFacePage(url, orderId),
  };
}
