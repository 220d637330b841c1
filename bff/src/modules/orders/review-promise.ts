const BEIJING_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const CLOSING_HOUR = 17;

const isWeekend = (beijing: Date): boolean => beijing.getUTCDay() === 0 || beijing.getUTCDay() === 6;

/**
 * One working day after submission (manual: 1个工作日), as a promise an applicant can plan with: 17:00 Beijing time of the
 * next weekday. Statutory holidays join with the working-day calendar (requirements C4).
 */
export function reviewPromisedBy(submittedAt: Date): Date {
  const beijing = new Date(submittedAt.getTime() + BEIJING_OFFSET_MS);
  let day = new Date(Date.UTC(beijing.getUTCFullYear(), beijing.getUTCMonth(), beijing.getUTCDate()) + DAY_MS);
  while (isWeekend(day)) {
    day = new Date(day.getTime() + DAY_MS);
  }
  return new Date(day.getTime() + CLOSING_HOUR * 3_600_000 - BEIJING_OFFSET_MS);
}
