import type { WatchedGroup } from './alarm';
import { anyEvent } from './watched-requests';

/** Nobody waits for the others in front of a screen. */
const URGENT = 'lane=~"money|sealing|sms"';
const OTHERS = 'lane!~"money|sealing|sms|unhandled"';

export const JOBS: WatchedGroup = {
  title: '后台任务与待办',
  metrics: [
    {
      metric: 'bff_jobs_oldest_due_seconds',
      labels: ['lane'],
      title: '最早到期的任务等了多久',
      unit: 's',
      expr: 'max by (lane) (bff_jobs_oldest_due_seconds)',
      legend: '{{lane}}',
      alarms: [
        {
          name: 'JobsLate',
          expr: `max by (lane) (bff_jobs_oldest_due_seconds{${URGENT}}) > 120 or max by (lane) (bff_jobs_oldest_due_seconds{${OTHERS}}) > 900`,
          for: '1m',
          severity: 'page',
          when: '任务等得太久：付款、盖章、短信超过 2 分钟，其余超过 15 分钟',
          act: '断路器打开：等外部服务恢复。没打开而“正在做”为 0：重启后端进程。“正在做”已满：增加一个进程',
        },
      ],
    },
    {
      metric: 'bff_jobs_waiting',
      labels: ['lane'],
      title: '等着做的任务',
      unit: 'short',
      expr: 'max by (lane) (bff_jobs_waiting)',
      legend: '{{lane}}',
      alarms: [
        {
          name: 'JobsPileUp',
          expr: 'max by (lane) (bff_jobs_waiting{lane!="unhandled"}) > 20 and max by (lane) (deriv(bff_jobs_waiting[30m])) > 0',
          for: '30m',
          severity: 'page',
          when: '任务半小时来越积越多',
          act: '同“任务等得太久”',
        },
        {
          name: 'JobsOfAnotherVersion',
          expr: 'max(bff_jobs_waiting{lane="unhandled"}) > 0',
          for: '10m',
          severity: 'page',
          when: '有任务是别的版本的程序留下的，没有进程会做',
          act: '把所有进程升到同一个版本，或退回原来的版本',
        },
      ],
    },
    {
      metric: 'bff_jobs_running',
      labels: ['lane'],
      title: '正在做的任务',
      unit: 'short',
      expr: 'sum by (lane) (bff_jobs_running)',
      legend: '{{lane}}',
      alarms: [],
    },
    {
      metric: 'bff_jobs_given_up_total',
      labels: ['lane', 'job'],
      title: '一小时内放弃的任务',
      unit: 'short',
      expr: 'sum by (job) (increase(bff_jobs_given_up_total[1h]))',
      legend: '{{job}}',
      alarms: [
        {
          name: 'JobGivenUp',
          expr: 'sum by (lane, job) (increase(bff_jobs_given_up_total[10m])) > 0',
          for: '0m',
          severity: 'ticket',
          when: '一个任务多次不成功，已放弃',
          act: '工作台的待办里写着原因：排除原因后在那里点“重做”',
        },
      ],
    },
    {
      metric: 'bff_job_runs_total',
      labels: ['lane', 'job', 'outcome'],
      title: '每秒任务次数（按结果）',
      unit: 'ops',
      expr: 'sum by (outcome) (rate(bff_job_runs_total[5m]))',
      legend: '{{outcome}}',
      alarms: [
        {
          name: 'JobEndUnknown',
          expr: anyEvent('bff_job_runs_total{outcome=~"unwritten|lost"}', 'outcome'),
          for: '0m',
          severity: 'ticket',
          when: '有任务的结果没有写下来（unwritten），或租约过期（lost）；它会再做一次',
          act: 'unwritten：看数据库；lost：机器太忙，增加处理器或进程',
        },
        {
          name: 'JobsRepeat',
          expr: 'sum by (lane) (rate(bff_job_runs_total{outcome="repeated"}[15m])) > sum by (lane) (rate(bff_job_runs_total{outcome="done"}[15m]))',
          for: '15m',
          severity: 'ticket',
          when: '要重做的任务比做成的还多',
          act: '日志里搜 a job will be repeated，有错误代码',
        },
      ],
    },
    {
      metric: 'bff_tasks_open',
      labels: ['kind'],
      title: '待办',
      unit: 'short',
      expr: 'max by (kind) (bff_tasks_open)',
      legend: '{{kind}}',
      alarms: [],
    },
    {
      metric: 'bff_tasks_overdue',
      labels: ['kind'],
      title: '过期的待办',
      unit: 'short',
      expr: 'max by (kind) (bff_tasks_overdue)',
      legend: '{{kind}}',
      alarms: [
        {
          name: 'TasksOverdue',
          expr: 'max by (kind) (bff_tasks_overdue) > 0',
          for: '1h',
          severity: 'ticket',
          when: '有待办过了期限一小时没人处理',
          act: '通知负责这类待办的人；与钱有关的先办',
        },
      ],
    },
  ],
};
