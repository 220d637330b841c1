export { usePullToRefresh } from './pull-to-refresh.h5';
