import type { Alarm, WatchedGroup } from './alarm';
import { JOBS } from './watched-jobs';
import { PROCESS } from './watched-process';
import { REQUESTS } from './watched-requests';
import { SURROUNDINGS } from './watched-surroundings';

/** What the operator watches: alert rules, dashboard and the table in bff/README.md are made of this list by `npm run docs`. */
export const WATCHED: readonly WatchedGroup[] = [REQUESTS, JOBS, SURROUNDINGS, PROCESS];

/** Of no metric of ours: Prometheus itself knows whether a process answers. */
export const SILENCE: Alarm = {
  name: 'ProcessSilent',
  expr: 'up{job="acceptance-bff"} == 0 or absent(up{job="acceptance-bff"})',
  for: '1m',
  severity: 'page',
  when: '一个后端进程不应答指标',
  act: '看进程在不在、日志最后一行是什么：systemctl status acceptance-bff@3001，或 docker compose ps；它会自动重启，反复重启时看日志',
};
