import { modelStatutoryHours, type StatutoryHoursRules } from '@tokimori/law/statutory-hours/rules';
import { define, type Group, sameAs, usedByCommands } from '../definition.ts';
import { choice, flag, weekday } from '../kinds/values.ts';

export const statutoryHoursGroup: Group<StatutoryHoursRules> = {
  title: '法定労働時間の数え方(36協定の職員)',
  about: '1日8時間・週40時間は法令の数字です。ここは、週と法定休日の数え方です。',
  used: usedByCommands,
  model: modelStatutoryHours,
  fields: {
    weekStart: define('週の起算日(0は日曜日)', weekday, ['昭和63年1月1日基発1号(定めがなければ日曜日)', '規則', 'B']),
    legalHoliday: define(
      '法定休日(労働基準法35条)',
      choice<StatutoryHoursRules['legalHoliday']>({
        lastInWeek: '定めない(週のどの休みの日にも働いたときは最後の日)',
        asStated: '勤務表で示した日',
        sunday: '日曜日',
        monday: '月曜日',
        tuesday: '火曜日',
        wednesday: '水曜日',
        thursday: '木曜日',
        friday: '金曜日',
        saturday: '土曜日',
      }),
      ['労働基準法第35条、平成6年1月4日基発1号', '条例', 'B'],
    ),
    weekAcrossMonths: define(
      '月をまたぐ週の40時間を超えた分',
      choice<StatutoryHoursRules['weekAcrossMonths']>({
        byDutyDate: '勤務日の月に数える',
        lastDayOfWeek: '週の末日の月に数える',
      }),
      ['労働基準法第32条・第36条(例規で要確認)', '人事課', 'C'],
    ),
    personnelCommission: define(
      '人事委員会があるか',
      flag('人事委員会がある', '人事委員会がない(長が行う)'),
      ['地方公務員法第58条第5項', '条例', 'B'],
      sameAs('regime.personnelCommission'),
    ),
  },
  checks: [],
};
