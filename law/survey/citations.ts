import type { Citation, Confidence } from '../decision/citation.ts';

const notice = (path: string, confidence: Confidence = 'A'): Citation => ({
  instrument: 'mic-notice-139',
  revision: '2023-12-25',
  path,
  confidence,
});
const survey = (path: string, confidence: Confidence): Citation => ({
  instrument: 'work-conditions-survey',
  revision: '2022-04-01',
  path,
  confidence,
});

/** Every place that the survey rests on. */
export const surveyCitations = {
  /** 時間外勤務の状況 ア: averages, and who is in the overtime tables. */
  average: notice('別添1 (1)ア'),
  overtimePopulation: notice('別添1 (1)ア注'),
  /** イ: 45時間超, 45時間超100時間未満, 100時間以上. */
  longHours: notice('別添1 (1)イ'),
  arrangements: notice('別添1 面接指導ア'),
  interviews: notice('別添1 面接指導イ'),
  reasons: notice('別添1 面接指導ウ'),
  absences: notice('別添1 メンタルヘルス'),
  absenceLength: notice('別添1 メンタルヘルス注1'),
  absencePeriod: notice('別添1 メンタルヘルス注2'),
  /** The notice says only that they are in; the measure of their length is a reading. */
  carriedOver: notice('別添1 メンタルヘルス注3', 'C'),
  enrolled: notice('別添1 メンタルヘルス注4'),
  /** All 部局 and all staff in the health tables: shown by the numbers (在籍 3,111,944), not said. */
  healthPopulation: notice('別添1 面接指導', 'B'),
  /** 増減 of displayed figures, shown by every published cell. */
  change: notice('別添1'),
  /** Layouts after the notice: carried on until someone has seen the questionnaire of the year. */
  laterLayout: survey('', 'C'),
  systems: notice('1'),
  guidanceRules: notice('1(2)'),
  recording: notice('2(1)'),
  designation: notice('2(2)'),
  causeReview: notice('2(3)'),
  overtimeCaps: notice('1(1)'),
  /** 総行公第152号 of 2022 asks for it; the notice here does not. */
  harassment: survey('ハラスメントの防止', 'C'),
  mentalHealthPlan: notice('3(2)'),
  /** Workplaces: 総務省 for the 過労死等防止対策推進協議会 (令和3年度); persons: existence only (表20). */
  stressCheck: survey('表20', 'B'),
  capsExceeded: survey('時間外勤務', 'B'),
  annualLeave: survey('年次有給休暇', 'A'),
  childcare: survey('育児休業等', 'A'),
  childcareRate: survey('育児休業等', 'B'),
  childcareForms: survey('部分休業の形態', 'C'),
  paternity: survey('配偶者出産休暇・育児参加のための休暇', 'A'),
  leaveUsers: survey('介護休暇等', 'B'),
  flexibleHours: survey('多様で柔軟な勤務時間の設定', 'B'),
  /** A period of a month ends on the day before the day that answers to its first. */
  month: { instrument: 'civil-code', revision: '1898-07-16', path: 'a=143/p=2', confidence: 'B' },
} as const satisfies Record<string, Citation>;
