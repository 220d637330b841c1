/** When somebody is to be called, and what they do then. */
export interface Alarm {
  /** As Prometheus and the person who is called know it. */
  readonly name: string;
  /** PromQL: an alarm for each series that it answers. */
  readonly expr: string;
  /** How long it has to be so. */
  readonly for: string;
  /** `page`: now, whatever the hour; `ticket`: the next working day. */
  readonly severity: 'page' | 'ticket';
  /** What is so, in Chinese. */
  readonly when: string;
  /** What to do, in Chinese. */
  readonly act: string;
}

/** A metric that the operator watches: its panel, and its alarms if it has any. */
export interface WatchedMetric {
  readonly metric: string;
  readonly labels: readonly string[];
  /** Of its panel, in Chinese. */
  readonly title: string;
  /** Grafana's unit of the values. */
  readonly unit: 'reqps' | 'ops' | 's' | 'bytes' | 'd' | 'short';
  readonly expr: string;
  /** Grafana's text of a line. */
  readonly legend: string;
  readonly alarms: readonly Alarm[];
}

export interface WatchedGroup {
  /** In Chinese. */
  readonly title: string;
  readonly metrics: readonly WatchedMetric[];
}
