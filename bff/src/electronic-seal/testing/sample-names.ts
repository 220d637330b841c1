const longest =
  '示例省启明市蓝天白云数字化智能装备制造与新能源综合开发利用工程技术研究院有限责任公司华东分公司江南第二项目经理部综合办公室财务管理中心东西南北';

/** A unit's name of so many characters, 70 at most. */
export const sampleNameOf = (length: number): string => Array.from(longest).slice(0, length).join('');

export const sampleSealText = {
  name: '示例市蓝天办公用品有限公司',
  purpose: '电子签章专用章',
  code: '3501000123456',
};
