const OFFSET_MS = 8 * 3600_000;

/** The moment as WeChat Pay writes it: 2018-06-08T10:34:56+08:00. */
export const chinaTime = (moment: Date): string =>
  `${new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

/** The moment as it stands in WeChat Pay's numbers: 20180608103456. */
export const chinaTimeDigits = (moment: Date): string => chinaTime(moment).replace(/\D/g, '').slice(0, 14);
