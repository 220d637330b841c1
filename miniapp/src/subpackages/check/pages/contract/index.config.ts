import { ROUTES } from '../../../../routes';

export default definePageConfig({
  navigationBarTitleText: ROUTES.contractCheck.title,
  enableShareAppMessage: true,
});
