import type { Citation, Confidence } from '../decision/citation.ts';

/**
 * The provisions on which the rules of pay rest. 給与条例 and 勤務時間条例 are cited as their 準則; a municipality's own article may
 * bear another number.
 */
const at = (instrument: string, revision: string) => (path: string, confidence: Confidence) =>
  ({ instrument, revision, path, confidence }) satisfies Citation;
const salary = at('model-salary-ordinance', '2010-04-01');
const workingHours = at('model-working-hours-ordinance', '2010-04-01');
const rule = at('npa-rule-15-14', '2010-04-01');
const salaryAct = at('national-salary-act', '2010-04-01');
const standardsAct = at('labor-standards-act', '2010-04-01');
const roundingNotice = at('wage-rounding-notice', '1988-03-14');

export const payCitations = {
  overtime: salary('a=15', 'A'),
  /** 60時間 (労基法37条1項ただし書 is the floor). */
  beyondSixty: salary('a=15', 'A'),
  /** Which minutes the counter holds; that re-allotted ones do so is read in 台東区条例15条5項. */
  counter: salary('a=15', 'B'),
  reallotted: salary('a=15', 'A'),
  /** A 代休日 was designated: the 休日 is a duty day like others. */
  compensatedHoliday: salary('a=15', 'C'),
  /** 報酬 of パートタイム会計年度任用職員 by ordinance; that the week is looked at is read in single ones. */
  shortTimeWithoutHours: at('local-autonomy-act', '2020-04-01')('a=203_2/p=5', 'C'),
  travel: salary('a=15', 'A'),
  holiday: salary('a=16', 'A'),
  movedHoliday: salary('a=16', 'A'),
  night: salary('a=17', 'A'),
  /** 35/100 on a 法定休日. */
  statutoryDayOff: standardsAct('a=37/p=1', 'B'),
  /** 22:00–5:00, of managers too. */
  statutoryNight: standardsAct('a=37/p=4', 'B'),
  classRounding: roundingNotice('', 'B'),
  yenRounding: roundingNotice('', 'B'),
  hourlyAmount: salaryAct('a=19', 'B'),
  /** Hours of the year less those of the 休日: 1年間における1月平均所定労働時間数. */
  holidayDeduction: at('labor-standards-regulation', '2010-04-01')('a=19/p=1/i=4', 'B'),
  timeOff: workingHours('a=8_3', 'A'),
  timeOffDesignation: rule('a=16_3', 'B'),
  timeOffRemainder: workingHours('a=8_3', 'C'),
  workedAfterAll: salary('a=15', 'A'),
  transfer: workingHours('a=5', 'A'),
  transferWindow: rule('a=6/p=1', 'B'),
  halfDayTransfer: rule('a=6/p=2', 'B'),
  /** 毎4週間につき4日以上、引き続き24日. */
  transferRest: rule('a=6/p=3', 'B'),
  weekT38: salary('a=15', 'A'),
  legalHoliday: workingHours('a=9', 'A'),
  compensatory: workingHours('a=10', 'A'),
  compensatoryWindow: rule('a=17', 'B'),
  managers: salaryAct('a=19_3', 'B'),
} as const;
