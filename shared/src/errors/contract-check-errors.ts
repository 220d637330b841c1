import { define } from './error-definition';

/** Checking contracts; a part of `ERROR_CATALOGUE`. */
export const CONTRACT_CHECK_ERRORS = {
  'contract_checks.not_found': define(
    404,
    '没有查到这份合同',
    '请核对合同编号和验真码，或上传合同文件核验；如仍查不到，请谨慎对待这份合同',
  ),
} as const;
