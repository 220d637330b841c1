import type { PageHeaderProps } from './page-header-props';

/** WeChat draws its own header. */
export const PageHeader = (_props: PageHeaderProps) => null;
