import { STAFF_ROLES, type StaffRole } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { ConsentTick } from '../../../../components/consent-tick';
import { FormField } from '../../../../components/form-field';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';

interface RoleTicksProps {
  readonly roles: readonly StaffRole[];
  readonly wrong: boolean;
  readonly onToggle: (role: StaffRole) => void;
}

export const RoleTicks = ({ roles, wrong, onToggle }: RoleTicksProps) => (
  <FormField label={TEXT.roles} error={wrong ? TEXT.rolesMissing : null}>
    {STAFF_ROLES.map((role) => (
      <ConsentTick key={role} label={TEXT.role[role]} ticked={roles.includes(role)} onChange={() => onToggle(role)}>
        <Text>{TEXT.role[role]}</Text>
      </ConsentTick>
    ))}
  </FormField>
);
