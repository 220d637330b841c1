import { STAFF_ROLES, type StaffRole } from '@acceptance/shared';
import { ROUTES, type RouteName } from '../../../routes';
import { isAt, menuFor } from './menu-entries';

const who = (...roles: StaffRole[]) => ({ roles, mustEnrolSecondFactor: false });
const pagesFor = (...roles: StaffRole[]) => menuFor(who(...roles)).map(({ page }) => page);

describe('the menu of the desk', () => {
  it('offers what the roles do, and what everybody may look at', () => {
    expect(pagesFor('finance')).toEqual([
      'staffSearch',
      'staffQueue',
      'staffTasks',
      'staffRefunds',
      'staffTransfers',
      'staffInvoices',
      'staffReconciliation',
      'staffProjects',
      'staffTemplates',
      'staffFigures',
      'staffSecurity',
    ]);
    expect(pagesFor('issuer', 'reviewer')).toEqual(
      expect.arrayContaining(['staffIdentityChecks', 'staffIssuing', 'staffDeliveries', 'staffCertificates']),
    );
    expect(pagesFor('administrator')).toContain('staffMembers');
    expect(pagesFor('reviewer')).not.toContain('staffMembers');
  });

  it('offers nothing before it is known who asks, and one page to who must enrol a second factor', () => {
    expect(menuFor(null)).toEqual([]);
    expect(menuFor({ roles: STAFF_ROLES.slice(), mustEnrolSecondFactor: true }).map(({ page }) => page)).toEqual([
      'staffSecurity',
    ]);
  });

  it('tells who is no administrator of changed rights at their own page', () => {
    const workOf = (roles: StaffRole[], wanted: RouteName) =>
      menuFor(who(...roles)).find(({ page }) => page === wanted)?.work;
    expect(workOf(['reviewer'], 'staffSecurity')).toBe('staff-changes');
    expect(workOf(['administrator'], 'staffSecurity')).toBeNull();
    expect(workOf(['administrator'], 'staffMembers')).toBe('staff-changes');
  });

  it('knows where each page of the desk belongs', () => {
    const outside: readonly RouteName[] = ['staffSignIn', 'staffInvitation'];
    const pages = (Object.keys(ROUTES) as RouteName[]).filter(
      (name) => ROUTES[name].package === 'staff' && !outside.includes(name),
    );
    const all = menuFor(who(...STAFF_ROLES));
    const homeless = pages.filter((page) => all.filter((entry) => isAt(entry, page)).length !== 1);
    expect(homeless).toEqual([]);
  });
});
