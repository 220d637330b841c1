import { endpoints, type OwnSession } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { SECURITY_TEXT } from '../../texts-security';

/** State and acts of the signed-in devices. */
export function useSessionsPage() {
  const list = useLoad(() => call(endpoints.auth.listSessions), '');
  const [ending, setEnding] = useState<string | null>(null);

  const end = useAction(async ({ id }: OwnSession) => {
    const { endTitle: title, endText: text, end: confirm } = SECURITY_TEXT;
    if (!(await ask({ title, text, confirm }))) {
      return;
    }
    setEnding(id);
    try {
      await call(endpoints.auth.endSession, { params: { sessionId: id } });
      say(SECURITY_TEXT.ended);
    } finally {
      setEnding(null);
      await list.reload();
    }
  });

  const endOthers = useAction(async () => {
    const { endOthersTitle: title, endOthersText: text, end: confirm } = SECURITY_TEXT;
    if (!(await ask({ title, text, confirm, dangerous: true }))) {
      return;
    }
    await call(endpoints.auth.endOtherSessions);
    say(SECURITY_TEXT.ended);
    await list.reload();
  });

  return { list, end, ending, endOthers };
}
