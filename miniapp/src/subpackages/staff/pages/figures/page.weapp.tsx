import { AtDeskOnly } from '../../desk/at-desk-only';

export default () => <AtDeskOnly route="staffFigures" />;
