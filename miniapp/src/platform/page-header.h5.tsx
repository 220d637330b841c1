import type { PageHeaderProps } from './page-header-props';
import './page-header.scss';
import { COMPONENT_TEXT } from '../text/components';

/** What WeChat's title bar is in a browser: the title, the way back, and what pulling down does there. */
export function PageHeader({ title, onBack, onRefresh, refreshing = false }: PageHeaderProps) {
  return (
    <header className="page-header">
      {onBack && (
        <button type="button" className="page-header__back" aria-label={COMPONENT_TEXT.back} onClick={onBack} />
      )}
      <h1 className="page-header__title">{title}</h1>
      {onRefresh && (
        <button type="button" className="page-header__refresh" aria-busy={refreshing} onClick={onRefresh}>
          {COMPONENT_TEXT.refresh}
        </button>
      )}
    </header>
  );
}
