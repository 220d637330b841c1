/** Cost of new hashes (OWASP 2024: N=2^15, r=8, p=1 is 32 MiB); the hash carries its own, so that it can grow. */
export const PASSWORD_COST: { N: number; readonly r: number; readonly p: number } = { N: 2 ** 15, r: 8, p: 1 };
