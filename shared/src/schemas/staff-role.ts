import * as v from 'valibot';

export const STAFF_ROLES = ['reviewer', 'finance', 'issuer', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export const staffRoleSchema = v.picklist(STAFF_ROLES);
