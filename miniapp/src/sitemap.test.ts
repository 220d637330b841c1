import { ROUTES } from './routes';
import sitemap from './sitemap.json';

const fullPath = ({ package: owner, path }: (typeof ROUTES)[keyof typeof ROUTES]): string =>
  owner === 'main' ? path : `subpackages/${owner}/${path}`;

describe('what WeChat’s search may read', () => {
  const allowed = sitemap.rules.filter(({ action }) => action === 'allow');

  it('is the pages that are alike for everybody, without parameters, and nothing else', () => {
    const { home, terms, applyStart, contractCheck } = ROUTES;
    expect(allowed.map(({ page }) => page)).toEqual([home, terms, applyStart, contractCheck].map(fullPath));
    expect(allowed.every(({ params, matching }) => params?.length === 0 && matching === 'exact')).toBe(true);
    expect(sitemap.rules.at(-1)).toEqual({ action: 'disallow', page: '*' });
  });
});
