import type { WatchedGroup } from './alarm';

/** A counter that begins with its first event shows no increase of it: it is then there where it was not before. */
export const anyEvent = (series: string, by: string): string =>
  `sum by (${by}) (increase(${series}[10m]) > 0 or (${series} unless ${series} offset 10m)) > 0`;

export const REQUESTS: WatchedGroup = {
  title: '请求',
  metrics: [
    {
      metric: 'bff_requests_total',
      labels: ['endpoint', 'method', 'status'],
      title: '每秒请求数（按结果）',
      unit: 'reqps',
      expr: 'sum by (status) (rate(bff_requests_total[5m]))',
      legend: '{{status}}',
      alarms: [
        {
          name: 'ServerErrors',
          expr: 'sum(rate(bff_requests_total{status="5xx"}[5m])) / sum(rate(bff_requests_total[5m])) > 0.01',
          for: '5m',
          severity: 'page',
          when: '超过 1% 的请求以服务端错误结束',
          act: '看“错误（按代码）”是哪个代码；日志里搜 failed，有同一代码和请求号',
        },
      ],
    },
    {
      metric: 'bff_request_errors_total',
      labels: ['endpoint', 'code'],
      title: '每秒错误数（按代码）',
      unit: 'reqps',
      expr: 'sum by (code) (rate(bff_request_errors_total[5m]))',
      legend: '{{code}}',
      alarms: [
        {
          name: 'UnexpectedError',
          expr: anyEvent('bff_request_errors_total{code="server.unexpected"}', 'endpoint'),
          for: '0m',
          severity: 'page',
          when: '程序出现了没有预料到的错误',
          act: '这是程序的缺陷：记下日志里 failed 一行的请求号和代码，交给开发人员',
        },
        {
          name: 'UnavailableOrBusy',
          expr: 'sum by (code) (rate(bff_request_errors_total{code=~"server.unavailable|server.busy"}[5m])) > 0.1',
          for: '5m',
          severity: 'page',
          when: '五分钟来不断有人被告知“暂时不可用”或“繁忙”',
          act: 'unavailable：看数据库连接和外部服务断路器；busy：看密码计算和图片处理的排队',
        },
      ],
    },
    {
      metric: 'bff_request_duration_seconds',
      labels: ['endpoint', 'method'],
      title: '应答时间（95% 的请求在此之内）',
      unit: 's',
      expr: 'histogram_quantile(0.95, sum by (le) (rate(bff_request_duration_seconds_bucket[5m])))',
      legend: '95%',
      alarms: [
        {
          name: 'SlowAnswers',
          expr: 'histogram_quantile(0.95, sum by (le) (rate(bff_request_duration_seconds_bucket[5m]))) > 2',
          for: '10m',
          severity: 'page',
          when: '十分钟来每二十个请求就有一个要等两秒以上',
          act: '对照事件循环延迟、数据库在用连接、断路器：最先升高的那一个是原因',
        },
      ],
    },
  ],
};
