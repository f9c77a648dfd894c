import type { FormSettings } from '@tokimori/contract/form-settings';
import { eraDate } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { Refusal } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { Section } from '../../components/section.tsx';
import { GiveOffice } from './give-office.tsx';

type Office = FormSettings['offices'][number];
type Holding = Office['holdings'][number];

/** Who holds an office, in words. */
const holderWords = ({ kind, holder, name }: Holding): string => {
  if (kind === 'vacant') return '欠員(置かない役職を含む)';
  return kind === 'post' ? `${name}の${holder}` : `${name === '' ? holder : `${name}(${holder})`}`;
};

function stateWords({ state }: Office, hrActs: boolean): string {
  if (state === 'vacant') return '欠員のため、承認欄に「欠」と入り、次へ進みます。';
  if (state === 'named') return '';
  return hrActs
    ? '就く人を決めていません。人事課が承認します。'
    : '就く人を決めていません。人事課は紙の決裁の記録だけができます。';
}

/** The offices that forms pass: those of the forms that are used first. */
export function Offices({ view }: { readonly view: FormSettings }) {
  const used = view.offices.filter((office) => office.used);
  const [all, setAll] = useState(used.length === 0);
  return (
    <Section title="承認する役職">
      <p className="mt-3">
        役職に就いている人を決めると、その人だけが承認できます。同じ人を2つの役職に決めると、続けて承認でき、承認欄に兼ねていることが示されます。副市長は、決めないときは幹部のアカウントが承認します。次長・部長は、部局の発令から分かります。
      </p>
      {used.length > 0 && used.length < view.offices.length && (
        <CheckField id="offices-all" checked={all} onChange={setAll}>
          使っていない様式の役職も示す
        </CheckField>
      )}
      <ul className="mt-3">
        {(all ? view.offices : used).map((office) => (
          <OfficeItem key={office.office} office={office} view={view} />
        ))}
      </ul>
    </Section>
  );
}

function OfficeItem({ office, view }: { readonly office: Office; readonly view: FormSettings }) {
  const told = office.office === '副市長' && office.state === 'unnamed' ? '' : stateWords(office, view.hrActs);
  return (
    <li className="border-b border-solid-gray-200 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h3 className="font-700 text-[1rem]">{office.office}</h3>
          <p className="prose-small">{office.forms.join('、')}</p>
        </div>
        {view.mayWrite && <GiveOffice office={office.office} view={view} />}
      </div>
      {told !== '' && <p className="mt-1">{told}</p>}
      {office.holdings.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2">
          {office.holdings.map((holding) => (
            <li key={holding.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span>{holderWords(holding)}</span>
              <span className="prose-small">
                {`${eraDate(holding.from)}から${holding.through === null ? '' : `${eraDate(holding.through)}まで`}・${holding.by}が登録${holding.reason === '' ? '' : `(${holding.reason})`}`}
              </span>
              {view.mayWrite && <EndHolding office={office.office} holding={holding} today={view.on} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Ends a holding from today on; one that has not begun, before it begins. */
function EndHolding(props: { readonly office: string; readonly holding: Holding; readonly today: string }) {
  const { office, holding, today } = props;
  const deed = useDeed(routes.endFormOffice);
  const [, until = today] = [holding.from, today].sort();
  const end = () =>
    deed.mutate(
      { params: { id: holding.id }, body: { until } },
      { onSuccess: () => announce(`${office}の登録を終えました`) },
    );
  return (
    <>
      <Button
        size="small"
        busy={deed.isPending}
        onPress={end}
        label={`${office} ${holderWords(holding)}を今日から外す`}
      >
        今日から外す
      </Button>
      <Refusal error={deed.error} />
    </>
  );
}
