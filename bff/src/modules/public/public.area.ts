import type { AnyArea } from '../../area/define-area';
import { bindPublicEndpoints } from './public.routes';

export const publicArea = { name: 'public', bind: bindPublicEndpoints } satisfies AnyArea;
