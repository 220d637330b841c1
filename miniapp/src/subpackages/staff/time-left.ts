import type { StatusTone } from '../../components/status-tag';

export interface TimeLeft {
  readonly words: string;
  readonly tone: StatusTone;
}

const MINUTE = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** From here on an order is urgent. */
const SOON_MINUTES = 2 * HOUR_MINUTES;

const pair = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;

/** 25 分钟, 5 小时 10 分, 1 天 3 小时: the two largest units, whole minutes. */
export function durationWords(minutes: number): string {
  if (minutes < HOUR_MINUTES) {
    return `${minutes} 分钟`;
  }
  if (minutes < DAY_MINUTES) {
    return pair(Math.floor(minutes / HOUR_MINUTES), '小时', minutes % HOUR_MINUTES, '分');
  }
  return pair(Math.floor(minutes / DAY_MINUTES), '天', Math.floor((minutes % DAY_MINUTES) / HOUR_MINUTES), '小时');
}

/** How long until the promised end of the review; null when nothing was promised. The words carry the meaning, the tone helps. */
export function timeLeft(promisedBy: string | null, now: number): TimeLeft | null {
  if (!promisedBy) {
    return null;
  }
  const milliseconds = new Date(promisedBy).getTime() - now;
  if (milliseconds < 0) {
    const late = Math.floor(-milliseconds / MINUTE);
    return { words: late === 0 ? '刚刚超时' : `已超时 ${durationWords(late)}`, tone: 'bad' };
  }
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes === 0) {
    return { words: '不到 1 分钟', tone: 'attention' };
  }
  return { words: `还剩 ${durationWords(minutes)}`, tone: minutes <= SOON_MINUTES ? 'attention' : 'neutral' };
}
