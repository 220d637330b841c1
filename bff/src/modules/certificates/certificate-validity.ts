export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * From the full second before `now` for so many months, to the second before the same day and time; a day that the month
 * does not have is its last one. X.509 knows no parts of a second (RFC 5280, 4.1.2.5).
 */
export function validityFrom(now: Date, months: number): Validity {
  const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const lastDay = new Date(Date.UTC(notBefore.getUTCFullYear(), notBefore.getUTCMonth() + months + 1, 0)).getUTCDate();
  const end = new Date(notBefore);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  end.setUTCDate(Math.min(notBefore.getUTCDate(), lastDay));
  return { notBefore, notAfter: new Date(end.getTime() - 1000) };
}
