import type { AnyArea } from '../../area/define-area';
import { bindEvidenceEndpoints } from './evidence.routes';

/** What shows to others how a contract came about; it keeps nothing of its own. */
export const evidenceArea = { name: 'evidence', bind: bindEvidenceEndpoints } satisfies AnyArea;
