import type { Citation } from '../../decision/citation.ts';
import type { Kind } from './kind.ts';
import { makeKind } from './make-kind.ts';

const cite = (instrument: string, revision: string, path: string, confidence: Citation['confidence']): Citation => ({
  instrument,
  revision,
  path,
  confidence,
});
const register = cite('okinawa-service-directive', '2025-10-01', '第4号様式', 'B');
const ordinance = (path: string, confidence: Citation['confidence'] = 'B') =>
  cite('model-working-hours-ordinance', '2019-04-01', path, confidence);
const service = (path: string) => cite('local-public-service-act', '2020-04-01', path, 'B');

const work = { group: 'work', pay: 'paid', attendance: 'present' } as const;
const dayOff = { group: 'dayOff', pay: 'none', attendance: 'outside' } as const;
const absent = { group: 'absence', pay: 'unpaid', attendance: 'absent' } as const;
const need = { per: 'need' } as const;

/** 勤務. */
export const workKinds: readonly Kind[] = [
  makeKind('attendance', '出勤', '勤務した日', work, register),
  makeKind('telework', '在宅勤務', '命を受けて自宅等で勤務した日', work, register),
  makeKind('officialTrip', '出張', '出張を命ぜられた日', work, register),
  makeKind('training', '研修', '研修を命ぜられた日', work, register),
];

/** 週休日, 休日 and what stands for them: no duty is due. */
export const dayOffKinds: readonly Kind[] = [
  makeKind('weeklyDayOff', '週休日', '勤務時間を割り振らない日', dayOff, ordinance('a=3')),
  makeKind('transferredDayOff', '振替週休日', '週休日の振替により週休日となった日', dayOff, ordinance('a=5')),
  makeKind('legalHoliday', '休日', '祝日法による休日及び年末年始の休日', dayOff, ordinance('a=9', 'A')),
  makeKind('compensatoryDayOff', '代休日', '休日の勤務に代わり指定された日', dayOff, ordinance('a=10', 'A')),
  makeKind(
    'timeOffInLieu',
    '時間外勤務代休時間',
    '月60時間を超える時間外勤務の手当に代えて指定された時間',
    { ...dayOff, pay: 'paid', attendance: 'deemedPresent' },
    ordinance('a=8_3'),
  ),
];

/** 休職 and the like, 組合, 職務専念義務の免除. */
export const statusKinds: readonly Kind[] = [
  makeKind(
    'administrativeLeave',
    '休職',
    '心身の故障、刑事事件の起訴等による休職',
    { group: 'status', pay: 'reduced', attendance: 'absent' },
    service('a=28/p=2'),
  ),
  makeKind(
    'suspension',
    '停職',
    '懲戒処分による停職',
    { group: 'status', pay: 'unpaid', attendance: 'absent' },
    service('a=29/p=1'),
  ),
  makeKind(
    'unionOfficer',
    '専従許可',
    '職員団体の業務にもっぱら従事する許可を受けた期間',
    { group: 'union', pay: 'unpaid', attendance: 'absent', who: 'unionMembers' },
    service('a=55_2/p=1'),
  ),
  makeKind(
    'unionLeave',
    '組合休暇',
    '職員団体の業務又は活動に従事する場合',
    {
      group: 'union',
      pay: 'unpaid',
      attendance: 'absent',
      units: ['day', 'hour'],
      limit: need,
      who: 'unionMembers',
    },
    ordinance('a=16', 'C'),
  ),
  makeKind(
    'dutyExemption',
    '職務専念義務の免除',
    '条例の定めにより職務専念義務を免除された場合',
    { group: 'union', pay: 'paid', attendance: 'deemedPresent', units: ['day', 'hour', 'minute'], limit: need },
    service('a=35'),
  ),
];

/** 欠勤 and its parts: absence without approval (村田町の表にならう). */
export const absenceKinds: readonly Kind[] = [
  makeKind('absence', '欠勤', '承認を受けずに勤務しなかった日', absent, register),
  makeKind('lateArrival', '遅参', '承認を受けずに定刻に遅れて出勤したとき', absent, register),
  makeKind('earlyDeparture', '早退', '承認を受けずに定刻前に退勤したとき', absent, register),
];
