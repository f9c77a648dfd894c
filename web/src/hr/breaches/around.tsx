import { useNavigate, useSearch } from '@tanstack/react-router';
import { clock, eraDate, fiscalYearName, inJapan } from '@tokimori/wording/format';
import { paths } from '../../app/paths.ts';
import { Anchor } from '../../components/button.tsx';
import { SelectField } from '../../components/fields.tsx';
import { Section } from '../../components/section.tsx';
import { actorWords, deedWords } from '../deed-words.ts';

const pages = [
  ['上限を超えた記録', paths.breaches],
  ['要因の分析', paths.breachAnalysis()],
  ['縮減の取組', paths.reductions],
] as const;
export type BreachPage = (typeof pages)[number][0];

/** The way among the three steps: record, analysis, measures. */
export function BreachSteps({ current }: { readonly current: BreachPage }) {
  return (
    <nav aria-label="上限を超えたときの三つの段階" className="no-print mt-4 flex flex-wrap gap-x-5 gap-y-1">
      {pages.map(([name, to], at) => (
        <span key={name} className="inline-flex min-h-11 items-center">
          {name === current ? (
            <strong aria-current="page">{`${at + 1} ${name}`}</strong>
          ) : (
            <Anchor to={to}>{`${at + 1} ${name}`}</Anchor>
          )}
        </span>
      ))}
    </nav>
  );
}

/** What the address asks for, as text. */
export function useAsked(): Readonly<Record<string, string>> {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  );
}

/** Goes to the same page with another question; what is empty is left out. */
export function useAsk(path: string): (asked: Readonly<Record<string, string | number | undefined>>) => void {
  const navigate = useNavigate();
  return (asked) => {
    const pairs = Object.entries(asked).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)] as [string, string]],
    );
    const query = new URLSearchParams(pairs).toString();
    void navigate({ to: query === '' ? path : `${path}?${query}` });
  };
}

/** The fiscal year that is looked at. */
export function YearField({
  year,
  years,
  onChange,
}: {
  readonly year: number;
  readonly years: readonly number[];
  readonly onChange: (year: string) => void;
}) {
  const all = years.includes(year) ? years : [year, ...years];
  return (
    <SelectField
      id="year"
      label="年度"
      plain
      width="w-40"
      value={String(year)}
      onChange={onChange}
      options={all.map((each) => ({ value: String(each), name: fiscalYearName(each) }))}
    />
  );
}

type Deed = { readonly kind: string; readonly at: string; readonly by: string; readonly reason?: string };

/** What was done with it, the newest first. */
export function Deeds({ deeds }: { readonly deeds: readonly Deed[] }) {
  return (
    <Section title="これまでの経過">
      {deeds.length === 0 ? (
        <p className="py-3">まだ何も書かれていません。</p>
      ) : (
        <ul className="py-1">
          {deeds.map((deed, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: deeds are never moved; two may be of one moment
            <li key={at} className="border-b border-solid-gray-200 py-2">
              {`${eraDate(inJapan(deed.at).date)} ${clock(deed.at)} ${deedWords(deed.kind)}(${actorWords(deed.by, '')})`}
              {deed.reason !== undefined && deed.reason !== '' && (
                <span className="prose-small block">{`理由: ${deed.reason}`}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
