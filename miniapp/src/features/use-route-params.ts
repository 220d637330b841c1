import { useRouter } from '@tarojs/taro';
import type { RouteName, RouteParams } from '../routes';

/** Parameters of the current page, decoded. A hand-typed link may lack one, so each may be undefined. */
export function useRouteParams<Name extends RouteName>(_name: Name): Partial<RouteParams<Name>> {
  const { params } = useRouter();
  const decoded = Object.entries(params).map(([key, value]) => [key, value && decodeURIComponent(value)]);
  return Object.fromEntries(decoded) as Partial<RouteParams<Name>>;
}
