import { stringify } from 'yaml';
import type { Alarm, WatchedMetric } from '../deploy/monitoring/alarm';
import { SILENCE, WATCHED } from '../deploy/monitoring/watched';

const FOLDER = 'scripts/deploy/monitoring';
export const ALERT_RULES = `${FOLDER}/alerts.yml`;
export const DASHBOARD = `${FOLDER}/dashboard.json`;

const MADE = 'Written by `npm run docs` from scripts/deploy/monitoring/watched.ts.';

const ruleOf = ({ name, expr, for: duration, severity, when, act }: Alarm) => ({
  alert: name,
  expr,
  for: duration,
  labels: { severity },
  annotations: { summary: when, description: act },
});

/** Rules of Prometheus: an alarm says in Chinese what is so and what to do. */
export function alertRules(): string {
  const groups = WATCHED.map(({ title, metrics }) => ({
    name: title,
    rules: metrics.flatMap(({ alarms }) => alarms).map(ruleOf),
  }));
  const text = stringify({ groups: [{ name: '可用', rules: [ruleOf(SILENCE)] }, ...groups] }, { lineWidth: 0 });
  return `# ${MADE}\n${text}`;
}

const COLUMNS = 3;
const WIDTH = 24 / COLUMNS;
const HEIGHT = 7;
const datasource = { type: 'prometheus', uid: '$datasource' };

function panelOf({ title, unit, expr, legend, alarms }: WatchedMetric, id: number, place: { x: number; y: number }) {
  return {
    id,
    type: 'timeseries',
    title,
    description: alarms.map(({ when, act }) => `${when}：${act}`).join('\n\n'),
    datasource,
    gridPos: { ...place, w: WIDTH, h: HEIGHT },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
    targets: [{ refId: 'A', datasource, expr, legendFormat: legend }],
  };
}

/** A dashboard of Grafana: a row for each group, a panel for each metric. */
export function dashboard(): string {
  const panels: object[] = [];
  let y = 0;
  for (const { title, metrics } of WATCHED) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { x: 0, y, w: 24, h: 1 },
      panels: [],
    });
    y += 1;
    for (const [index, metric] of metrics.entries()) {
      const place = { x: (index % COLUMNS) * WIDTH, y: y + Math.floor(index / COLUMNS) * HEIGHT };
      panels.push(panelOf(metric, panels.length + 1, place));
    }
    y += Math.ceil(metrics.length / COLUMNS) * HEIGHT;
  }
  const variable = { name: 'datasource', label: '数据源', type: 'datasource', query: 'prometheus', current: {} };
  const whole = {
    uid: 'acceptance-bff',
    title: '数字证书在线受理',
    description: MADE,
    timezone: 'Asia/Shanghai',
    schemaVersion: 39,
    version: 1,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: [variable] },
    panels,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The table of bff/README.md. */
export function metricsTable(): string {
  const rows = WATCHED.flatMap(({ metrics }) => metrics).map(({ metric, labels, title, alarms }) => {
    const name = labels.length > 0 ? `${metric}{${labels.join(',')}}` : metric;
    const words = alarms.map((alarm) => `**${alarm.name}** ${alarm.when}。${alarm.act}`).join('<br>');
    return `| \`${name}\` | ${title} | ${cell(words) || '–'} |`;
  });
  return ['| 指标 | 面板 | 告警：怎么回事，怎么办 |', '| --- | --- | --- |', ...rows].join('\n');
}
