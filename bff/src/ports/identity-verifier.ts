export type IdentityAnswer = 'match' | 'mismatch' | 'no-record';

export interface IdentityVerifier {
  /**
   * Whether name, resident identity number and mobile number belong to one person.
   * @throws PortError when there is no answer; then nothing may be counted against the applicant.
   */
  verify(person: { name: string; idNumber: string; phone: string }): Promise<IdentityAnswer>;
}
