import { useCallService } from '../../../../features/call-service';
import { StepAction } from '../../order-flow/step-action';
import { PERSON_SAVE_TEXT, IDENTITY_TEXT as TEXT } from '../../texts-identity';
import { IDENTITY_CHECK_TEXT } from '../../texts-identity-check';
import { hasBothPhotos } from './staff-way';
import type { useIdentity } from './use-identity';

export interface IdentityActionProps {
  readonly identity: ReturnType<typeof useIdentity>;
  readonly hasOrder: boolean;
  /** The form is shown. */
  readonly isTyping: boolean;
}

/** The one thing to do now: go on, verify, or ask staff. Nothing while staff are at it. */
export function IdentityAction({ identity, hasOrder, isTyping }: IdentityActionProps) {
  const { account, verify, goOnFromHere, check, form } = identity;
  const problem = check.request.problem ?? verify.problem;
  const callService = useCallService(problem);
  if (account?.identity && !isTyping) {
    return (
      <StepAction
        problem={goOnFromHere.problem}
        pending={goOnFromHere.pending}
        pendingLabel={TEXT.goingOn}
        onTap={() => void goOnFromHere.run()}
      >
        {hasOrder ? TEXT.goOn : TEXT.done}
      </StepAction>
    );
  }
  if (!isTyping) {
    return null;
  }
  const around = { note: PERSON_SAVE_TEXT[form.saveState], problem, problemAction: callService };
  if (identity.onlyStaff) {
    const order = identity.order.data;
    return order ? (
      <StepAction
        {...around}
        whyDisabled={hasBothPhotos(order) ? null : IDENTITY_CHECK_TEXT.photosFirst}
        pending={check.request.pending}
        pendingLabel={IDENTITY_CHECK_TEXT.requesting}
        onTap={check.submit}
      >
        {IDENTITY_CHECK_TEXT.request}
      </StepAction>
    ) : null;
  }
  return (
    <StepAction {...around} pending={verify.pending} pendingLabel={TEXT.verifying} onTap={identity.submit}>
      {TEXT.verify}
    </StepAction>
  );
}
