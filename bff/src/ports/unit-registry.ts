/**
 * `cancelled` 注销, `revoked` 吊销, `annulled` 撤销 or 撤销登记, `moved-out` 迁出, `suspended` 停业.
 * `unknown`: the registry does not tell, or what it tells contradicts itself.
 */
export type UnitState = 'active' | 'cancelled' | 'revoked' | 'annulled' | 'moved-out' | 'suspended' | 'unknown';

export interface UnitQuestion {
  readonly name: string;
  /** 统一社会信用代码, as printed on the licence: its check digit may be wrong. */
  readonly unifiedSocialCreditCode: string;
  readonly legalRepresentative: string;
}

interface KnownUnit {
  readonly state: UnitState;
  /** Since when, YYYY-MM-DD, from registries that tell. */
  readonly stateSince?: string;
}

/**
 * `mismatch`: `differs` is what does not fit the code; beside a name that differs nothing is known of the rest.
 * `unsure`: answers that contradict each other; a person has to look at the licence.
 */
export type UnitAnswer =
  | (KnownUnit & { readonly fit: 'match' })
  | (KnownUnit & { readonly fit: 'mismatch'; readonly differs: 'name' | 'legal-representative' })
  | { readonly fit: 'not-found' }
  | { readonly fit: 'unsure' };

export interface UnitRegistry {
  /**
   * Whether name, code and legal representative belong to one unit, and whether that does business. Brackets and
   * spaces of the name may be of any kind.
   * @throws PortError when there is no answer; then nothing may be counted against the applicant.
   */
  check(unit: UnitQuestion): Promise<UnitAnswer>;
}
