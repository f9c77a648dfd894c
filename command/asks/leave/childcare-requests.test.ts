import { describe, expect, it } from 'vitest';
import { answer, refusal } from './testing/asking.ts';

describe('childcare-requests', () => {
  const name = 'childcare-requests';
  const leave = {
    kind: 'childcareLeave',
    requestedOn: '2026-06-01',
    from: '2026-07-01',
    through: '2027-03-31',
    child: { bornOn: '2026-05-10' },
  };

  it('judges each request', () => {
    expect(answer(name)).toMatchObject({
      requests: [
        { verdict: 'accepted', reasons: [], askedBy: '2026-06-01', childThrough: '2029-05-09', confidence: 'B' },
        { verdict: 'refused', reasons: ['late'], askedBy: '2026-05-18', childThrough: '2026-07-15' },
        { verdict: 'accepted', week: '19:25', pattern: '7:45 × 2 + 3:55', childThrough: '2029-03-31' },
      ],
    });
    const partTime = { ...leave, through: '2027-05-10', partTimeUntilMonths: 12 };
    expect(answer(name, { requests: [partTime] })).toMatchObject({
      requests: [{ verdict: 'refused', reasons: ['childOver'], childThrough: '2027-05-09' }],
    });
    expect(answer(name, { requests: [leave], rules: { childcareLeaveLeadMonths: 2 } })).toMatchObject({
      requests: [{ verdict: 'refused', reasons: ['late'], askedBy: '2026-05-01' }],
    });
  });

  it('refuses by place', () => {
    const refused = (change: object) => refusal(name, { requests: [leave, { ...leave, ...change }] })[0];
    expect(refused({ through: '2026-06-30' })).toContain('requests[1].through: 終わりの日が');
    expect(refused({ week: ['7:45'] })).toContain('requests[1].week: week は育児短時間勤務だけに書きます。');
    expect(refused({ kind: 'childcareShortTime' })).toContain('requests[1].week: 育児短時間勤務の1週間の');
    expect(refused({ kind: 'childcareShortTime', week: ['0:00'] })).toContain('requests[1].week: 1日の勤務時間');
    expect(refused({ from: '2002-03-31', through: '2002-04-30' })).toContain('まだ定めがありません');
  });
});
