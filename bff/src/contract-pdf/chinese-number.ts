const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 … 九十九; what is larger is written in digits. */
export function chineseNumber(value: number): string {
  if (value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${ten}${digits[ones]}`;
}
