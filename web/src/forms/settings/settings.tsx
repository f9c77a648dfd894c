import type { FormSettings } from '@tokimori/contract/form-settings';
import { eraDate } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { paths } from '../../app/paths.ts';
import { Empty, Refusal, Shown } from '../../app/states.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { Offices } from './offices.tsx';

/** 様式の設定: which forms are used, and who holds the offices that they pass. */
export function FormSettingsPage() {
  const view = useReading(routes.formSettings, {});
  return (
    <Shown query={view} title="様式の設定">
      {(data) => (
        <>
          <Crumbs>
            <Anchor to={paths.forms}>様式の一覧</Anchor>
          </Crumbs>
          <PageTitle facts={`${eraDate(data.on)} 現在`}>様式の設定</PageTitle>
          <p>この団体で使う様式と、様式を承認する役職に就いている人を決めます。</p>
          <UsedForms view={data} />
          <Offices view={data} />
        </>
      )}
    </Shown>
  );
}

type Form = FormSettings['forms'][number];

function FormName({ form: { title, municipality, named } }: { readonly form: Form }) {
  return (
    <>
      {`${title}(${municipality})`}
      {named && <span className="prose-small block">いまの縮減の対策で使う様式</span>}
    </>
  );
}

/** For whoever looks and does not choose. */
function UsedList({ forms }: { readonly forms: readonly Form[] }) {
  if (forms.length === 0) return <Empty>使う様式は決められていません。</Empty>;
  return (
    <ul className="mt-3 list-disc pl-6">
      {forms.map((form) => (
        <li key={form.key} className="py-1">
          <FormName form={form} />
        </li>
      ))}
    </ul>
  );
}

/** The forms that are offered first. */
function UsedForms({ view }: { readonly view: FormSettings }) {
  const deed = useDeed(routes.chooseForms);
  const stored = view.forms.filter(({ used }) => used).map(({ key }) => key);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(stored));
  const [keptAs, setKeptAs] = useState(() => stored.join());
  const used = view.forms.filter(({ key }) => chosen.has(key)).map(({ key }) => key);
  const toggle = (key: string, checked: boolean) =>
    setChosen((before) => new Set(checked ? [...before, key] : [...before].filter((each) => each !== key)));
  const keep = (goOn?: () => void, stay?: () => void) =>
    deed.mutate(
      { body: { used } },
      {
        onSuccess: () => {
          setKeptAs(used.join());
          announce('使う様式を決めました');
          goOn?.();
        },
        onError: () => stay?.(),
      },
    );
  return (
    <Section title="使う様式">
      <p className="mt-3">
        選んだ様式だけが、様式の一覧で先に示されます。縮減の対策で使うことにした様式は、はじめから選ばれています。
      </p>
      {view.mayWrite && <LeaveGuard dirty={used.join() !== keptAs} word="使う様式を決めて移る" onKeep={keep} />}
      {view.mayWrite ? (
        <div className="grid gap-x-6 wide:grid-cols-2">
          {view.forms.map((form) => (
            <CheckField
              key={form.key}
              id={`use-${form.key}`}
              checked={chosen.has(form.key)}
              onChange={(checked) => toggle(form.key, checked)}
            >
              <FormName form={form} />
            </CheckField>
          ))}
        </div>
      ) : (
        <UsedList forms={view.forms.filter(({ used: chosenBefore }) => chosenBefore)} />
      )}
      <Refusal error={deed.error} />
      {view.mayWrite && (
        <div className="mt-5">
          <Button kind="solid" busy={deed.isPending} onPress={() => keep()}>
            使う様式を決める
          </Button>
        </div>
      )}
    </Section>
  );
}
