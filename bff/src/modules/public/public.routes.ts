import { type EndpointResponse, endpoints } from '@acceptance/shared';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { listActiveProjects, type ProjectModel, presentProject } from '../projects';

export type PublicSettings = EndpointResponse<typeof endpoints.public.readSettings>;

export function bindPublicEndpoints(
  bind: BindEndpoint,
  { projects, publicSettings }: { projects: ProjectModel; publicSettings: PublicSettings },
): void {
  bind(endpoints.public.readSettings, async () => publicSettings);
  bind(endpoints.public.listProjects, async () => ({
    items: (await listActiveProjects(projects)).map(presentProject),
  }));
}
