import type { ApplicantSession } from '@acceptance/shared';
import { applicantSession } from '../../api/sessions';
import { navigateBack } from '../../platform/navigation';
import { SIGN_IN_TEXT } from '../../text/sign-in';
import { say } from '../ask';

/** Keeps the session, binds WeChat beside it and goes back to where signing in was asked for. */
export async function enter(session: ApplicantSession, bind: () => void): Promise<void> {
  applicantSession.start(session);
  bind();
  say(SIGN_IN_TEXT.welcome);
  await navigateBack('home');
}
