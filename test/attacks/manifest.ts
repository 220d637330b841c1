import type { Section } from './attack';
import { certificates } from './sections/certificates';
import { data } from './sections/data';
import { deliveries } from './sections/deliveries';
import { accounts } from './sections/doors-accounts';
import { requests } from './sections/doors-requests';
import { jobs } from './sections/jobs';
import { agreed } from './sections/money-agreed';
import { answers } from './sections/money-answers';
import { tasks } from './sections/tasks';

/** The faults that issue 10 names, sentence by sentence, those of issue 12 and of a delivery, and what holds each off. */
export const SECTIONS: readonly Section[] = [
  jobs,
  tasks,
  answers,
  agreed,
  accounts,
  requests,
  data,
  certificates,
  deliveries,
];
