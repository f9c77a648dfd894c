/** 人事課, 副市長 of the example city. */
export const [HR, VICE_MAYOR] = ['100012', 'executive'];
/** 保険年金課 (自律部署): its 課長, the 部長 above; two of its staff: 三浦 at 26:20 and 桑原 at 46:20 in October. */
export const INSURANCE = {
  section: '3020',
  head: '100084',
  director: '100068',
  miura: { staff: '100093', name: '三浦 美咲' },
  kuwabara: { staff: '100089', name: '桑原 香織' },
} as const;

/** 財政課 (他律部署): its 課長, the 部長 above; 福井, at 62:00 in October, so that the 部長 orders her overtime. */
export const FINANCE = {
  section: '2020',
  head: '100039',
  director: '100031',
  fukui: { staff: '100044', name: '福井 春香' },
} as const;
/** The four duty days after the first morning. */
export const WEEK = ['2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'] as const;
