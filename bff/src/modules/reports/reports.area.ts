import type { AnyArea } from '../../area/define-area';
import { bindReportsEndpoints } from './reports.routes';

export const reportsArea = { name: 'reports', bind: bindReportsEndpoints } satisfies AnyArea;
