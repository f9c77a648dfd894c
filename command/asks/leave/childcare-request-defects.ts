import type { ChildcareRequestDefect } from '@tokimori/law/leave/kinds/childcare-requests';
import { type DefectWords, say, takingDefects } from './defects.ts';

export const childcareRequestDefects: DefectWords<ChildcareRequestDefect> = {
  reversed: takingDefects.reversed,
  weekMissing: say(
    '育児短時間勤務の1週間の勤務時間がありません。',
    'week に勤務日ごとの勤務時間を書いてください(7日まで)。',
    'The week of 育児短時間勤務 is missing.',
    'Give the hours of its duty days in week (seven at most).',
  ),
  weekNotNeeded: say(
    'week は育児短時間勤務だけに書きます。',
    'week を除いてください。',
    'week is for 育児短時間勤務 alone.',
    'Leave it out.',
  ),
  dayLength: takingDefects.minutes,
};
