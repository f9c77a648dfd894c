/** What a municipality decides about its register of 36協定; the maxima of 労基法36条 are law and not among it. */
export type Agreement36Rules = {
  /** Years after the term for which records of 健康福祉確保措置 are kept: at least what 労基則17条2項 demands (now 3). */
  readonly retentionYears: number;
  /** Days before the end of the term from which its renewal is asked for. */
  readonly renewalNoticeDays: number;
  /** Longest term (有効期間) in years without a remark; the law sets none, one year is advised (平30.12.28基発1228第15号). */
  readonly longestTermYears: number;
  /** Whether the body has a 人事委員会 to which 11号・12号 workplaces file (地公法58条5項); if not, its head. */
  readonly personnelCommission: boolean;
};

/** The model: five years of records, a reminder two months ahead, terms of a year. */
export const modelAgreement36: Agreement36Rules = {
  retentionYears: 5,
  renewalNoticeDays: 60,
  longestTermYears: 1,
  personnelCommission: false,
};
