import { CONTRACT_CHECK_PAGE } from '@acceptance/shared';
import { pagePath } from '../../routes';

it('is where the QR codes of printed contracts point, for as long as there are any', () => {
  expect(pagePath('contractCheck')).toBe(CONTRACT_CHECK_PAGE);
});
