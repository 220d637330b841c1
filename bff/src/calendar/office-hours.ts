/** A part of a working day, in minutes since midnight in Beijing. */
export interface OfficePeriod {
  readonly from: number;
  readonly to: number;
}

const PERIOD = /^(?<fromHour>[01]\d|2[0-3]):(?<fromMinute>[0-5]\d)-(?<toHour>[01]\d|2[0-3]):(?<toMinute>[0-5]\d)$/;
const LEAST_MINUTES = 60;

export function readPeriod(text: string): OfficePeriod | null {
  const parts = PERIOD.exec(text.trim())?.groups;
  return parts
    ? {
        from: Number(parts.fromHour) * 60 + Number(parts.fromMinute),
        to: Number(parts.toHour) * 60 + Number(parts.toMinute),
      }
    : null;
}

export const minutesOf = (periods: readonly OfficePeriod[]): number =>
  periods.reduce((sum, { from, to }) => sum + to - from, 0);

/** `09:00-12:00,13:30-17:30`: one period after the other, an hour at least together; null for anything else. */
export function readOfficeHours(text: string): readonly OfficePeriod[] | null {
  const periods = text.split(',').map(readPeriod);
  const known = periods.filter((period) => period !== null);
  const inOrder = known.every(({ from, to }, index) => from < to && from >= (known[index - 1]?.to ?? 0));
  return known.length === periods.length && inOrder && minutesOf(known) >= LEAST_MINUTES ? known : null;
}
