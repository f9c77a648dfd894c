/** 総務部 and its offices, which forms pass: 部長, 人事課長, 給与労務係長, 総務課長, 庶務係長. HR is the 人事係長. */
export const GENERAL = {
  director: '100001',
  personnel: '100011',
  pay: '100013',
  affairs: '100002',
  clerks: '100003',
} as const;
