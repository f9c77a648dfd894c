import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInForce } from '../decision/dated.ts';
import { Given, readCases } from '../testing/cases.ts';
import { arbitraryPayMonth, arbitraryPayRules } from '../testing/pay/arbitrary-month.ts';
import { readPayMonth, readPayRules } from '../testing/pay/read-month.ts';
import { samples } from '../testing/samples.ts';
import { parseYearMonth } from '../time/months.ts';
import { type BulkPayHours, columnsOf, payHoursOf } from './bulk.ts';
import { ImpossibleSpans } from './check-month.ts';
import { payHours } from './pay-hours.ts';
import { modelPay } from './rules.ts';

/** What a bulk answer says of a row, in the words of `payHours`. */
const rowOf = ({ classes, exact, paid, beyondSixty, timeOffInLieu }: BulkPayHours, row: number) => ({
  classes: classes
    .map((each, place) => ({
      ...each,
      exact: exact[row * classes.length + place],
      paid: paid[row * classes.length + place],
    }))
    .filter((each) => each.exact !== 0),
  beyondSixty: beyondSixty[row],
  timeOffInLieu: timeOffInLieu[row],
});

describe('pay hours of many', () => {
  it('agree with those of one person in every figure, under every choice, and keep people apart', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPayMonth, { minLength: 1, maxLength: 3 }), arbitraryPayRules, (months, rules) => {
        const together = payHoursOf(columnsOf(months, rules), rules);
        for (const [row, month] of months.entries()) {
          expect(rowOf(together, row)).toEqual(payHours(month, rules).outcome);
        }
      }),
      { numRuns: samples(250) },
    );
  });

  it.each(['pay-hours', 'pay-choices'])('agree in every golden case of %s', (file) => {
    for (const { name, given } of readCases(new URL(`./${file}.cases.yaml`, import.meta.url))) {
      const [month, rules] = [readPayMonth(new Given(given, name)), readPayRules(new Given(given, name))];
      let alone: ReturnType<typeof payHours>['outcome'];
      try {
        alone = payHours(month, rules).outcome;
      } catch {
        expect(() => payHoursOf(columnsOf([month], rules), rules), name).toThrow();
        continue;
      }
      expect(rowOf(payHoursOf(columnsOf([month, month], rules), rules), 1), name).toEqual(alone);
    }
  });

  it('are none for nobody', () => {
    expect(payHoursOf(columnsOf([], modelPay)).exact).toHaveLength(0);
  });

  it('are refused before April 2010, and for impossible spans', () => {
    const month = parseYearMonth('2010-03') ?? 0;
    const empty = { month, overtime: [], holidayWork: [], reallotted: [], nightRegular: [] };
    expect(() => payHoursOf(columnsOf([empty], modelPay))).toThrow(NotInForce);
    expect(() => payHoursOf(columnsOf([{ ...empty, month: month + 1 }], modelPay))).not.toThrow();
    const reversed = { dutyDate: 14_700, from: 60, until: 60 };
    expect(() => columnsOf([{ ...empty, month: month + 1, nightRegular: [reversed] }], modelPay)).toThrow(
      ImpossibleSpans,
    );
  });
});
