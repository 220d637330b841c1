import { Counter, type Registry } from 'prom-client';
import type { JobKind } from '../jobs/job-kind';
import type { CountRun } from '../jobs/run-job';

/** How runs of jobs end. What was given up begins at zero, so that the first one is an increase. */
export function createJobCounters(registry: Registry, kinds: readonly JobKind[]): CountRun {
  const registers = [registry];
  const runs = new Counter({
    name: 'bff_job_runs_total',
    help: 'Ended runs of jobs in this process by lane, job and outcome',
    labelNames: ['lane', 'job', 'outcome'],
    registers,
  });
  const givenUp = new Counter({
    name: 'bff_jobs_given_up_total',
    help: 'Jobs that this process has handed to a person',
    labelNames: ['lane', 'job'],
    registers,
  });
  for (const { lane, name } of kinds) {
    givenUp.inc({ lane, job: name }, 0);
  }
  return ({ lane, name }, outcome) => {
    runs.inc({ lane, job: name, outcome });
    if (outcome === 'given-up') {
      givenUp.inc({ lane, job: name });
    }
  };
}
