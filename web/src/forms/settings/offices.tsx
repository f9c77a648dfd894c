import type { FormSettings } from '@tokimori/contract/form-settings';
import { eraDate } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { EndDialog } from '../../app/end-dialog.tsx';
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
    ? '割り当てていません。人事課が承認します。'
    : '割り当てていません。人事課は紙の決裁の記録だけができます。';
}

/** The offices that forms pass: those of the forms that are used first. */
export function Offices({ view }: { readonly view: FormSettings }) {
  const used = view.offices.filter((office) => office.used);
  const [all, setAll] = useState(used.length === 0);
  return (
    <Section title="承認する役職">
      <p className="mt-3">
        役職を割り当てると、割り当てた人だけが承認できます。同じ人を2つの役職に割り当てると、続けて承認でき、承認欄に兼ねていることが示されます。副市長は、割り当てないときは幹部のアカウントが承認します。次長・部長は、部局の発令から分かります。
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
        {view.mayWrite && <GiveOffice office={office} view={view} />}
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
              {view.mayWrite && <EndHolding office={office.office} holding={holding} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Ends a holding from a day on. */
function EndHolding({ office, holding }: { readonly office: string; readonly holding: Holding }) {
  const deed = useDeed(routes.endFormOffice);
  const title = `${office} ${holderWords(holding)}を外す`;
  return (
    <EndDialog
      ending={{ id: 'holding-end', title, word: '外す', day: 'この日から外す', reason: null, look: 'button' }}
      deed={deed}
      onEnd={({ on }, { onSuccess, onError }) =>
        deed.mutate(
          { params: { id: holding.id }, body: { until: on } },
          {
            onSuccess: () => {
              announce(`${office}の登録を終えました`);
              onSuccess();
            },
            onError,
          },
        )
      }
    />
  );
}
