import type { AgreementDocument } from '@tokimori/contract/agreements';

/** A lawful, filed 36協定 of 市民部 for fiscal 2026, without a special clause; `part` changes it. */
export const agreementDocument = (part: Partial<AgreementDocument> = {}): AgreementDocument => ({
  department: '10',
  enterprise: false,
  collective: false,
  yearStart: '2026-04-01',
  term: { from: '2026-04-01', through: '2027-03-31' },
  concludedOn: '2026-03-10',
  filedOn: '2026-03-20',
  filedWith: '美汐労働基準監督署',
  longAveraging: false,
  lines: [
    { reasons: '窓口の混雑', tasks: '窓口', headcount: 2, daily: 180, monthly: 1800, annual: 21_600, hazardous: false },
  ],
  holidayLines: [],
  special: null,
  ceilingsStated: true,
  representative: {
    kind: 'person',
    name: '森下 千尋',
    position: '主任',
    election: '投票',
    managerial: false,
    chosenByEmployer: false,
  },
  ...part,
});
