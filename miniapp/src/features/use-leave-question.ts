import { useEffect } from 'react';
import { askBeforeLeaving } from '../platform/ask-before-leaving';

/** While there is a question, it is asked before this page is left by Back, where the platform asks at all. */
export function useLeaveQuestion(question: string | null): void {
  useEffect(() => {
    if (question === null) {
      return undefined;
    }
    askBeforeLeaving(question);
    return () => askBeforeLeaving(null);
  }, [question]);
}
