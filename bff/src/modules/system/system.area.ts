import type { AnyArea } from '../../area/define-area';
import { bindSystemEndpoints } from './system.routes';

export const systemArea = { name: 'system', bind: bindSystemEndpoints } satisfies AnyArea;
