import { endpoints } from '@acceptance/shared';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { call } from '../../../api/client';
import { staffSession } from '../../../api/sessions';
import { say } from '../../../features/ask';
import { useAction } from '../../../features/use-action';
import { redirectTo } from '../../../platform/navigation';
import { heldDecisions } from '../review/decisions';
import { STAFF_TEXT } from '../text';

const sendHeld = () => void heldDecisions.flush();

/** Guards a staff page: held decisions are sent when the window is left, and nothing stays on screen after signing out. */
export function useStaffSession() {
  const shown = useRef(true);
  useDidShow(() => {
    shown.current = true;
  });
  useDidHide(() => {
    shown.current = false;
  });

  useEffect(() => {
    Taro.onAppHide(sendHeld);
    const stop = staffSession.onEnded(() => {
      if (shown.current) {
        say(STAFF_TEXT.signedOut);
        void redirectTo('staffSignIn');
      }
    });
    return () => {
      Taro.offAppHide(sendHeld);
      stop();
    };
  }, []);

  const signOut = useAction(async () => {
    await heldDecisions.flush();
    // The person wants to leave: the device forgets the session even if the server could not be told.
    await call(endpoints.staff.signOutStaff).catch(() => undefined);
    staffSession.end();
  });
  return { signOut };
}
