import type { StaffRole } from '@acceptance/shared';
import { useState } from 'react';

/** The ticks of roles, of which there must be one at least. */
export function useRoles() {
  const [roles, setRoles] = useState<readonly StaffRole[]>([]);
  const [rolesWrong, setRolesWrong] = useState(false);
  return {
    roles,
    rolesWrong,
    resetRoles: (to: readonly StaffRole[]) => {
      setRoles(to);
      setRolesWrong(false);
    },
    demandRoles: (): boolean => {
      setRolesWrong(roles.length === 0);
      return roles.length > 0;
    },
    toggleRole: (role: StaffRole) => {
      setRolesWrong(false);
      setRoles(roles.includes(role) ? roles.filter((other) => other !== role) : [...roles, role]);
    },
  };
}
