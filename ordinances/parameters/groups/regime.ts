import { modelRegime, type RegimeRules } from '@tokimori/law/regime/rules';
import { define, type Group, usedByCommands } from '../definition.ts';
import { choice, flag } from '../kinds/values.ts';

export const regimeGroup: Group<RegimeRules> = {
  title: '適用する制度',
  about:
    'どの職員にどの制度が及ぶかのうち、団体によって違うところ。別表第1や地方公務員法58条の線は法令で決まっています。',
  used: usedByCommands,
  model: modelRegime,
  fields: {
    personnelCommission: define(
      '人事委員会があるか(労働基準監督の職権を行う)',
      flag('人事委員会がある', '人事委員会がない(長が行う)'),
      ['地方公務員法第7条・第58条第5項', '条例', 'B'],
    ),
    simpleLaborAtUnlisted: define(
      '別表第1にない事業場の単純労務職員の時間外勤務',
      choice<RegimeRules['simpleLaborAtUnlisted']>({
        article36: '36協定による',
        ordinance: '条例・規則による(労働基準法33条3項)',
      }),
      ['労働基準法第33条第3項・第36条、地方公営企業等労働関係法附則第5項', '任命権者', 'C'],
    ),
    managersNightAllowance: define(
      '管理監督職員の夜間勤務手当(支給しないのは労働基準法37条4項の最低を下回る)',
      flag('支給する', '支給しない'),
      ['給与条例、労働基準法第37条第4項', '条例', 'B'],
    ),
    managersGuidance: define(
      '団体の面接指導の定めが管理監督職員に及ぶか(労働安全衛生法のものは必ず及ぶ)',
      flag('及ぶ', '及ばない'),
      ['人事院規則10―4 第22条の2(市町村の定めに違いあり)', '任命権者', 'B'],
    ),
  },
  checks: [],
};
