/** Whose passwords and devices are counted and trusted; the number need not have an account. */
export const applicantSubject = (phone: string): string => `applicant:${phone}`;
