import { describe, expect, it } from 'vitest';
import { endOffice, giveOffice, type OfficeHolding } from './form-office.ts';

const base: OfficeHolding = {
  ...{ id: 'a', office: '職員課長', kind: 'staff', holder: '400001', department: '' },
  ...{ from: '2026-11-01', until: null },
};
const give = (
  given: Partial<OfficeHolding>,
  others: readonly OfficeHolding[] = [],
  known: OfficeHolding | null = null,
) => {
  const decided = giveOffice({ ...base, ...given }, known, others);
  return 'refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind).join();
};

describe('who holds an office', () => {
  it('is named once, and several may hold it', () => {
    expect(give({})).toBe('FormOfficeGiven');
    expect(give({}, [], base)).toBe('');
    expect(give({ holder: '400002' }, [], base)).toBe('form-office.id-taken');
    expect(give({ id: 'b' }, [base])).toBe('form-office.overlap');
    expect(give({ id: 'b', holder: '400002' }, [base])).toBe('FormOfficeGiven');
    expect(give({ id: 'b', until: '2026-11-01' })).toBe('form-office.until-before-from');
  });
  it('is nobody beside a vacancy, before or after which it may be somebody', () => {
    const vacant = { id: 'b', kind: 'vacant', holder: '' } as const;
    expect(give(vacant, [base])).toBe('form-office.overlap');
    expect(give({}, [{ ...base, ...vacant }])).toBe('form-office.overlap');
    expect(give({ ...vacant, until: '2026-11-01', from: '2026-10-01' }, [base])).toBe('FormOfficeGiven');
    expect(give({ ...vacant }, [{ ...base, until: '2026-11-01' }])).toBe('FormOfficeGiven');
  });
});

it('is ended once, not before it began', () => {
  expect(endOffice(base, '2026-12-01')).toEqual({
    events: [{ kind: 'FormOfficeEnded', data: { until: '2026-12-01' } }],
  });
  expect(endOffice({ ...base, until: '2026-12-01' }, '2026-12-01')).toEqual({ events: [] });
  expect(endOffice(base, '2026-10-31')).toMatchObject({ refused: { code: 'form-office.until-before-from' } });
});
