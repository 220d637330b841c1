import { pagePath, ROUTES, type RouteName } from '../../miniapp/src/routes';
import { ALL_PAGE_STATES } from './all-page-states';
import { STATES_OF_EVERY_PAGE } from './page-states';

const routeNames = Object.keys(ROUTES) as RouteName[];

describe('the states that are photographed', () => {
  it('belong to every page of the program, once', () => {
    expect(ALL_PAGE_STATES.map(({ page }) => page).sort()).toEqual([...routeNames].sort());
  });

  it.each(routeNames)('open %s where it lives', (name) => {
    expect(ALL_PAGE_STATES.find(({ page }) => page === name)?.path).toBe(pagePath(name));
  });

  it.each(ALL_PAGE_STATES)(
    'of $page are loading, error, offline, normal and more, each under a name of its own',
    ({ states }) => {
      const names = states.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...STATES_OF_EVERY_PAGE]));
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
    },
  );

  it('of the staff are photographed on a phone and on a PC', () => {
    const staff = ALL_PAGE_STATES.filter(({ page }) => page.startsWith('staff'));
    expect(staff.map(({ screens }) => screens)).toEqual(staff.map(() => ['phone', 'desk']));
  });
});
