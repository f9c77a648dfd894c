import { useNavigate, useSearch } from '@tanstack/react-router';
import { eraMonth, fiscalYearName, shiftMonth } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { calendarOf, useMe } from '../app/session.ts';
import { Anchor } from '../components/button.tsx';
import { SelectField } from '../components/fields.tsx';
import { Crumbs } from '../components/section.tsx';

const MONTHS = 24;
const YEARS = 4;

type Search = {
  readonly month?: unknown;
  readonly department?: unknown;
  readonly staff?: unknown;
  readonly year?: unknown;
};
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** What the address chooses: the month (the last whole one where it names none), and the rest. */
export function useChoice() {
  const search: Search = useSearch({ strict: false });
  const { month: running } = calendarOf(useMe());
  const year = Number(textOf(search.year));
  return {
    running,
    month: textOf(search.month) ?? shiftMonth(running, -1),
    department: textOf(search.department),
    staff: textOf(search.staff),
    year: Number.isInteger(year) ? year : undefined,
  };
}

/** Way back to 進捗と効果. */
export function Back({ children }: { readonly children: string }) {
  return (
    <Crumbs>
      <Anchor to={paths.registers}>進捗と効果</Anchor> / {children}
    </Crumbs>
  );
}

/** The month of a sheet; `to` is the address of the sheet for a month. */
export function MonthChoice({ month, to }: { readonly month: string; readonly to: (month: string) => string }) {
  const navigate = useNavigate();
  const { running } = useChoice();
  const months = Array.from({ length: MONTHS }, (_, i) => shiftMonth(running, -i));
  const all = months.includes(month) ? months : [...months, month];
  return (
    <div className="no-print -mt-2">
      <SelectField
        id="month"
        label="月"
        plain
        width="w-60"
        value={month}
        onChange={(value) => void navigate({ to: to(value) })}
        options={all.map((value) => ({ value, name: `${eraMonth(value)}${value === running ? '(途中)' : ''}` }))}
      />
    </div>
  );
}

/** The fiscal year of a register. */
export function YearChoice({ year, to }: { readonly year: number; readonly to: (year: number) => string }) {
  const navigate = useNavigate();
  const { running } = useChoice();
  const latest = Number(running.slice(0, 4)) + 1;
  const years = Array.from({ length: YEARS + 2 }, (_, i) => latest - i);
  const all = years.includes(year) ? years : [...years, year];
  return (
    <div className="no-print -mt-2">
      <SelectField
        id="year"
        label="年度"
        plain
        width="w-60"
        value={String(year)}
        onChange={(value) => void navigate({ to: to(Number(value)) })}
        options={all.map((value) => ({ value: String(value), name: fiscalYearName(value) }))}
      />
    </div>
  );
}
