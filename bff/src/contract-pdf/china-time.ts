/** China has kept UTC+8 without summer time since 1991; contracts cannot be older than that. */
const offsetMilliseconds = 8 * 60 * 60 * 1000;

function inChina(moment: Date): Date {
  return new Date(moment.getTime() + offsetMilliseconds);
}

/** 2026年11月22日, in Asia/Shanghai. */
export function chinaDateText(moment: Date): string {
  const local = inChina(moment);
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}

/** 2026年11月22日 17:05:09, in Asia/Shanghai. */
export const chinaTimeText = (moment: Date): string =>
  `${chinaDateText(moment)} ${inChina(moment).toISOString().slice(11, 19)}`;

/** D:20261122170000+08'00' (ISO 32000-1, 7.9.4). */
export function pdfDate(moment: Date): string {
  const digits = inChina(moment).toISOString().replace(/\D/g, '').slice(0, 14);
  return `D:${digits}+08'00'`;
}
