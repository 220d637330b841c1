/** Up to three decimals, without an exponent: the shortest form a PDF number may take. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0);
}

/** Several operands, separated by spaces. */
export function pdfNumbers(...values: number[]): string {
  return values.map(pdfNumber).join(' ');
}
