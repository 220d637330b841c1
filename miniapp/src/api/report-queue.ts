import type { ClientReport } from '@acceptance/shared';
import type { Incident } from './incidents';
import { redactError, redactPage } from './redact-report';

/** At most one request in this time. */
export const SEND_INTERVAL_MS = 30_000;
/** As many as one request takes. */
export const BATCH_SIZE = 20;
/** What more goes wrong in one launch says nothing new. */
export const LAUNCH_LIMIT = 100;
/** A slow server is slow for everybody: one in five tells it. */
export const SLOW_SAMPLE = 0.2;

export interface ReportQueueOptions {
  /** Sends one batch; what it throws is forgotten. */
  readonly send: (reports: readonly ClientReport[]) => Promise<unknown>;
  readonly isOnline: () => Promise<boolean>;
  readonly facts: () => Pick<ClientReport, 'appVersion' | 'platform' | 'page'>;
  readonly now: () => number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly runLater: (act: () => void, delayMs: number) => void;
}

export interface ReportQueue {
  readonly add: (incident: Incident) => void;
}

type ReportPart = Pick<ClientReport, 'kind' | 'message' | 'stack' | 'endpoint' | 'durationMs'>;

function partOf(incident: Incident): ReportPart {
  switch (incident.kind) {
    case 'slow-request': {
      const durationMs = Math.min(600_000, Math.max(0, Math.round(incident.durationMs)));
      return { kind: incident.kind, message: 'slow request', endpoint: incident.endpoint.slice(0, 60), durationMs };
    }
    case 'page-not-found':
      return { kind: incident.kind, message: `no page ${redactPage(incident.path)}` };
    default:
      return { kind: incident.kind, ...redactError(incident.error) };
  }
}

/**
 * Collects incidents as redacted reports and sends them in batches. The same error is told once a launch. Without a
 * network, or when sending fails, the batch is dropped: reports are worth less than the person's data volume.
 */
export function createReportQueue(options: ReportQueueOptions): ReportQueue {
  const { send, isOnline, facts, now, random, runLater } = options;
  const told = new Set<string>();
  let waiting: ClientReport[] = [];
  let scheduled = false;
  let accepted = 0;
  let lastSent = Number.NEGATIVE_INFINITY;

  const flush = async (): Promise<void> => {
    lastSent = now();
    const batch = waiting;
    waiting = [];
    scheduled = false;
    if (await isOnline()) {
      await send(batch);
    }
  };

  const schedule = (): void => {
    if (scheduled) {
      return;
    }
    scheduled = true;
    const delay = Math.max(0, lastSent + SEND_INTERVAL_MS - now());
    runLater(() => void flush().catch(() => undefined), delay);
  };

  const isNews = (part: ReportPart): boolean => {
    if (part.kind === 'slow-request') {
      return random() < SLOW_SAMPLE;
    }
    const key = `${part.kind} ${part.message} ${part.stack ?? ''}`;
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  };

  return {
    add(incident) {
      if (accepted >= LAUNCH_LIMIT || waiting.length >= BATCH_SIZE) {
        return;
      }
      const part = partOf(incident);
      if (!isNews(part)) {
        return;
      }
      accepted += 1;
      const { page, appVersion, platform } = facts();
      waiting.push({
        ...part,
        page: redactPage(page),
        at: new Date(now()).toISOString(),
        appVersion: appVersion.slice(0, 20),
        platform: platform.slice(0, 60),
      });
      schedule();
    },
  };
}
