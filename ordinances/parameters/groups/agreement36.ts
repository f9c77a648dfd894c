import { type Agreement36Rules, modelAgreement36 } from '@tokimori/law/agreement36/rules';
import { define, type Group, sameAs, usedByCommands } from '../definition.ts';
import { count, flag } from '../kinds/values.ts';

export const agreement36Group: Group<Agreement36Rules> = {
  title: '36協定の台帳',
  about: '協定で定められる時間の限度は労働基準法36条の数字です。ここは、協定の管理です。',
  used: usedByCommands,
  model: modelAgreement36,
  fields: {
    retentionYears: define('健康福祉確保措置の記録を残す年数(有効期間の後)', count('年', { from: 3, through: 30 }), [
      '労働基準法施行規則第17条第2項(当分の間3年)',
      '任命権者',
      'B',
    ]),
    renewalNoticeDays: define(
      '更新の時期を知らせる日(有効期間の終わりの何日前)',
      count('日', { from: 0, through: 365 }),
      ['運用', '人事課', 'C'],
    ),
    longestTermYears: define('これより長い有効期間に注意を出す年数', count('年', { from: 1, through: 3 }), [
      '平成30年12月28日基発1228第15号',
      '人事課',
      'B',
    ]),
    personnelCommission: define(
      '人事委員会があるか(11号・12号の事業場の届出先)',
      flag('人事委員会がある', '人事委員会がない(長が行う)'),
      ['地方公務員法第58条第5項', '条例', 'B'],
      sameAs('regime.personnelCommission'),
    ),
  },
  checks: [],
};
