import { endingCredentials } from './credential-watch';

const NOW = new Date('2026-11-28T09:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

it('names what ends within 90 days, the most urgent first, and what has ended', () => {
  const credentials = [
    { name: 'far', notAfter: inDays(91) },
    { name: 'near', notAfter: inDays(90.9) },
    { name: 'over', notAfter: inDays(-3) },
    { name: 'today', notAfter: inDays(0.5) },
  ];
  expect(endingCredentials(credentials, NOW)).toEqual([
    { name: 'over', daysLeft: 0 },
    { name: 'today', daysLeft: 0 },
    { name: 'near', daysLeft: 90 },
  ]);
  expect(endingCredentials([], NOW)).toEqual([]);
});
