import { ROUTES } from '../../../../routes';

export default definePageConfig({ navigationBarTitleText: ROUTES.payAsk.title, enableShareAppMessage: true });
