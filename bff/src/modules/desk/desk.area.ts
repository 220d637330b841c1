import type { AnyArea } from '../../area/define-area';
import { bindDeskEndpoints } from './desk.routes';

/** What the staff see across areas: counts of all that waits, search, figures. It keeps nothing of its own. */
export const deskArea = { name: 'desk', bind: bindDeskEndpoints } satisfies AnyArea;
