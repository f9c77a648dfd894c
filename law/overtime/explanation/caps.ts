import { article36Average, article36Monthly } from '../caps/article36-caps.ts';
import { annualCap, averageCap, averageLengths, capIn, monthlyCap, periodNotice } from '../caps/caps.ts';
import { type KnownMonths, kindIn, transfersWithin } from '../known-months.ts';
import type { LimitPeriod } from '../periods.ts';
import type { Material, OvertimeStep } from './material.ts';

/** The month's sum. A sum may stand without a citation. */
export function explainSum({ known }: Material): readonly OvertimeStep[] {
  const month = known.byMonth.get(known.current);
  if (month === undefined) return [{ says: 'monthUnknown', figures: { month: known.current } }];
  const { overtime, exceptional, legalHolidayWork } = month;
  return [{ says: 'monthSummed', figures: { month: known.current, overtime, exceptional, legalHolidayWork } }];
}

function explainKind(known: KnownMonths): OvertimeStep {
  const month = known.current;
  const figures = { month };
  if (known.regime === 'article36') {
    return { says: 'article36Agreement', figures, citation: capIn(article36Monthly, month).citation };
  }
  if (transfersWithin(known, month).length > 0) {
    return { says: 'externallyDrivenForTransfer', figures, citation: periodNotice };
  }
  const kind = kindIn(known, month) ?? 'selfDirected';
  const says = kind === 'selfDirected' ? 'selfDirectedDepartment' : 'externallyDrivenDepartment';
  return { says, figures, citation: capIn(monthlyCap[kind], month).citation };
}

function explainCap(period: LimitPeriod): OvertimeStep | undefined {
  const { cap, from, through, citation, base } = period;
  const lessThan = Number(period.comparison === 'lessThan');
  const months = through - from + 1;
  switch (period.key) {
    case 'monthly':
      return { says: 'monthlyCapApplies', figures: { cap, lessThan }, citation };
    case 'monthlyTotal':
      return { says: 'monthlyTotalCapApplies', figures: { cap, lessThan }, citation };
    case 'annual':
      return { says: 'annualCapApplies', figures: { cap, from, through }, citation };
    case 'monthsOver45':
      return { says: 'monthsOverCapApplies', figures: { cap, base, from, through }, citation };
    case 'afterTransfer':
      return {
        says: 'afterTransferCapApplies',
        figures: { cap, perMonth: cap / months, months, from, through },
        citation,
      };
    default:
      return undefined;
  }
}

/** The averages of all lengths are one provision and one step. */
function explainAverages({ known, running }: Material): readonly OvertimeStep[] {
  const lengths = averageLengths.filter((length) => running.some(({ period }) => period.key === `average-${length}`));
  const [fewest] = lengths;
  const most = lengths.at(-1);
  if (fewest === undefined || most === undefined) return [];
  const { value, citation } = capIn(known.regime === 'article36' ? article36Average : averageCap, known.current);
  return [{ says: 'averageCapApplies', figures: { cap: value.limit, fewest, most }, citation }];
}

/** Why these caps, and which. */
export function explainCaps(material: Material): readonly OvertimeStep[] {
  const { known, running } = material;
  if (known.current < known.begins) {
    const figures = { month: known.current, begins: known.begins };
    return [{ says: 'noCapInForce', figures, citation: annualCap.selfDirected[0]?.citation ?? periodNotice }];
  }
  if (!known.byMonth.has(known.current)) return [];
  const single = running.map(({ period }) => explainCap(period)).filter((step) => step !== undefined);
  return [explainKind(known), ...single, ...explainAverages(material)];
}
