import type { IdentityState } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { Notice } from '../../../../components/notice';
import { formatChinaDateTime } from '../../../../text/china-date';
import { TRIES_TEXT } from '../../texts-identity';
import { timeUntil } from './time-until';

const TICK_MS = 15_000;

export interface TriesNoticeProps {
  readonly state: Pick<IdentityState, 'triesLeft' | 'blockedUntil'>;
  /** Whether a try was refused just now: before, nobody need count. */
  readonly counted: boolean;
  /** The time is over. */
  readonly onOver: () => void;
}

/** How many tries are left today, and while there is none until when. */
export function TriesNotice({ state: { triesLeft, blockedUntil }, counted, onOver }: TriesNoticeProps) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!blockedUntil) {
      return undefined;
    }
    const timer = setInterval(() => {
      setNow(Date.now());
      if (!timeUntil(blockedUntil, Date.now())) {
        clearInterval(timer);
        onOver();
      }
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [blockedUntil, onOver]);

  const duration = blockedUntil && timeUntil(blockedUntil, now);
  if (blockedUntil && duration) {
    return (
      <Notice kind="warning" title={TRIES_TEXT.usedUp}>
        {TRIES_TEXT.until(formatChinaDateTime(blockedUntil), duration)}
      </Notice>
    );
  }
  return counted && triesLeft > 0 ? (
    <Notice>{triesLeft === 1 ? TRIES_TEXT.lastOne : TRIES_TEXT.left(triesLeft)}</Notice>
  ) : null;
}
