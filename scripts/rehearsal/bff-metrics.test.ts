import { sumOf } from './bff-metrics';

const TEXT = `# HELP bff_jobs_running Jobs
# TYPE bff_jobs_running gauge
bff_jobs_running{lane="sms"} 1
bff_jobs_running{lane="money"} 2
bff_requests_total{endpoint="a",method="GET",status="2xx"} 40
bff_requests_total{endpoint="b",method="GET",status="4xx"} 2
bff_requests_total_of_another 99
bff_database_connections 3
`;

it('adds up the series of one metric that have all the labels', () => {
  expect(sumOf(TEXT, 'bff_jobs_running', 'lane="sms"')).toBe(1);
  expect(sumOf(TEXT, 'bff_requests_total')).toBe(42);
  expect(sumOf(TEXT, 'bff_requests_total', 'method="GET"', 'status="4xx"')).toBe(2);
  expect(sumOf(TEXT, 'bff_database_connections')).toBe(3);
  expect(sumOf(TEXT, 'bff_nothing')).toBe(0);
});
