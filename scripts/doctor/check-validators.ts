import type { Connection } from 'mongoose';
import { isDatabaseUnavailable } from '../../bff/src/database/unavailable';
import {
  findOutdatedValidators,
  findUnfit,
  judgesWrites,
  type UnfitDocuments,
} from '../../bff/src/database/validators/validators';
import { type Finding, good, mend, soon, unchecked } from './finding';

/** Whether the database judges what is written to it, and what of before does not fit. */
export async function checkValidators(connection: Connection): Promise<Finding> {
  const subject = '数据库校验规则';
  if (!(await judgesWrites(connection))) {
    return unchecked(subject, '这个数据库不会核对写入的数据（不是 MongoDB），写错时只有程序自己的检查');
  }
  const outdated = await findOutdatedValidators(connection);
  if (outdated.length > 0) {
    return mend(
      subject,
      `${outdated.length} 个集合的规则不是本版本的（${outdated.join('、')}）：请运行 npm run migrate`,
    );
  }
  let unfit: UnfitDocuments[];
  try {
    unfit = await findUnfit(connection);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) {
      throw error;
    }
    return unchecked(subject, '规则与本版本一致；数据太多，没有逐条核对完，请在空闲时再运行一次');
  }
  const places = unfit.map(({ collection, ids }) => `${collection}（编号 ${ids.map(String).join('、')}）`);
  return unfit.length > 0
    ? soon(subject, `有旧数据不符合规则，仍可读写，请把这一条交给开发人员：${places.join('；')}`)
    : good(subject, '与本版本一致，已有数据全部符合');
}
