import { ROUTES } from '../../../../routes';

export default definePageConfig({ navigationBarTitleText: ROUTES.password.title });
