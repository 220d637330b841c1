import { notImplemented } from '../errors/mongodb-error';

/** Minutes east of UTC at a moment. */
export type OffsetAt = (date: Date) => number;

/** Reads a constant time zone: an offset such as "+08:00" or a name such as "Asia/Shanghai". Absent: UTC. */
export function compileTimeZone(zone: unknown): OffsetAt {
  if (zone === undefined || zone === null) return () => 0;
  if (typeof zone !== 'string' || zone.startsWith('$')) throw notImplemented('a time zone that is no constant text');
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return () => (fixed[1] === '-' ? -minutes : minutes);
  }
  const format = formatter(zone);
  return (date) => {
    const name = format.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const parts = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name);
    if (!parts) throw notImplemented(`the time zone ${zone} at this date`);
    const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
    return parts[1] === '-' ? -minutes : minutes;
  };
}

function formatter(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    throw notImplemented(`the time zone ${zone}`);
  }
}
