import { ROUTES } from '../../../../routes';
import { AtDeskOnly } from '../../desk/at-desk-only';

export default () => <AtDeskOnly title={ROUTES.staffReconciliation.title} />;
