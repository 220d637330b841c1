/** `.001` to `.999` without zeros at the end: to write a number with a fraction takes ten times as long as to look one up. */
const fractions = Array.from({ length: 1000 }, (_, thousandths) =>
  thousandths === 0 ? '' : String(thousandths / 1000).slice(1),
);

/** Up to three decimals, without an exponent: the shortest form a PDF number may take. */
export function pdfNumber(value: number): string {
  const thousandths = Math.round(Math.abs(value) * 1000);
  const whole = Math.floor(thousandths / 1000);
  const written = `${whole}${fractions[thousandths - whole * 1000]}`;
  return value < 0 && thousandths > 0 ? `-${written}` : written;
}

/** Several operands, separated by spaces. */
export function pdfNumbers(...values: number[]): string {
  return values.map(pdfNumber).join(' ');
}
