import type { RegisterCategory } from '../rules.ts';

const cell = (label: string, sure: RegisterCategory['sure'], ...codes: readonly string[]): RegisterCategory => ({
  label,
  codes,
  sure,
});

/**
 * 整理欄 of 沖縄県教育委員会 第4号様式 (令和7年10月1日), read from a poor copy: two rows of about nine cells each. `fair` and `guess` want a look at
 * the form itself; two cells could not be read at all.
 */
export const okinawaRegister: readonly RegisterCategory[] = [
  cell('出勤', 'legible', 'attendance', 'telework'),
  cell('出張', 'legible', 'officialTrip'),
  cell('研修', 'fair', 'training'),
  cell('年休', 'legible', 'annualPaidLeave'),
  cell('公傷療養', 'legible', 'dutyInjuryLeave'),
  cell('家族休', 'legible', 'sickChildLeave', 'shortCaregiverLeave', 'spouseBirth', 'fatherhood'),
  cell('病休', 'guess', 'sickLeave'),
  cell(
    '特休',
    'fair',
    'civicDuty',
    'witness',
    'marrowDonation',
    'volunteer',
    'fertility',
    'prenatal',
    'postnatal',
    'childcareTime',
    'memorial',
    'summer',
    'disaster',
    'commuteStopped',
    'danger',
  ),
  cell('慶弔', 'guess', 'marriage', 'bereavement'),
  cell('', 'unknown'),
  cell('', 'unknown'),
  cell('介護休', 'legible', 'caregiverLeave', 'caregiverTime'),
  cell('組合休', 'legible', 'unionLeave'),
  cell('職専免', 'legible', 'dutyExemption'),
  cell('代休', 'legible', 'compensatoryDayOff', 'timeOffInLieu'),
  cell('休職', 'legible', 'administrativeLeave'),
  cell('停職', 'legible', 'suspension'),
  cell('欠勤', 'legible', 'absence', 'lateArrival', 'earlyDeparture'),
];
