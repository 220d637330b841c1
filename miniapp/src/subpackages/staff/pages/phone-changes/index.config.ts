import { PULLS_TO_REFRESH } from '../../../../pulls-to-refresh';
import { ROUTES } from '../../../../routes';

export default definePageConfig({
  enablePullDownRefresh: PULLS_TO_REFRESH,
  navigationBarTitleText: ROUTES.staffPhoneChanges.title,
});
