export interface PageHeaderProps {
  readonly title: string;
  /** Null on tab pages: there is no way back. */
  readonly onBack: (() => void) | null;
  /** What WeChat does by pulling the page down. */
  readonly onRefresh?: () => void;
  readonly refreshing?: boolean;
}
