import { type EndpointResponse, endpoints } from '@acceptance/shared';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { listOfferedProjects, type OfferedProjectsDependencies, presentProject } from '../projects';
import { REGIONS } from './regions';

export type PublicSettings = EndpointResponse<typeof endpoints.public.readSettings>;

export function bindPublicEndpoints(
  bind: BindEndpoint,
  { publicSettings, ...needs }: OfferedProjectsDependencies & { readonly publicSettings: PublicSettings },
): void {
  bind(endpoints.public.readSettings, async () => publicSettings);
  bind(endpoints.public.listRegions, async () => ({ items: [...REGIONS] }));
  bind(endpoints.public.listProjects, async () => ({
    items: (await listOfferedProjects(needs)).map(presentProject),
  }));
}
