import { endpoints } from '@acceptance/shared';
import { readAppFacts } from '../platform/app-facts';
import { currentPagePath } from '../platform/current-page';
import { isOnline } from '../platform/network-state';
import { listenForIncidents } from './incidents';
import { createReportQueue } from './report-queue';
import { sendJson } from './transport';

const { method, path } = endpoints.reports.sendClientReport;

/** Sends incidents to the API from now on; once, when the program starts. */
export function startClientReports(): void {
  const queue = createReportQueue({
    // Not by `call`: a slow or failing report must not be reported.
    send: (reports) => sendJson({ method, path, body: { reports } }),
    isOnline,
    facts: () => ({ ...readAppFacts(), page: currentPagePath() }),
    now: Date.now,
    random: Math.random,
    runLater: (act, delayMs) => {
      setTimeout(act, delayMs);
    },
  });
  listenForIncidents(queue.add);
}
