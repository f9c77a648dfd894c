import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { DateFields, RadioGroup, SelectField, TextField } from '../../components/fields.tsx';
import { Section } from '../../components/section.tsx';
import { type AgreementDraft, emptyHoliday, emptyLine, emptySpecial } from './draft.ts';
import { type ErrorAt, HolidayFields, LineFields } from './line-fields.tsx';
import { SpecialFields } from './special-fields.tsx';

type Props = {
  readonly draft: AgreementDraft;
  readonly onDraft: (draft: AgreementDraft) => void;
  readonly errorAt: ErrorAt;
};
type Set = (part: Partial<AgreementDraft>) => void;

/** All items of 様式第9号・第9号の2 in the order of the form. */
export function AgreementFields({ draft, onDraft, errorAt }: Props) {
  const set: Set = (part) => onDraft({ ...draft, ...part });
  return (
    <>
      <Section title="事業場と期間">
        <Place draft={draft} set={set} errorAt={errorAt} />
      </Section>
      <Section title="時間外労働">
        {draft.lines.map((line, at) => (
          <LineFields
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place
            key={at}
            at={at}
            line={line}
            errorAt={errorAt}
            onChange={(changed) => set({ lines: draft.lines.with(at, changed) })}
            onRemove={draft.lines.length < 2 ? null : () => set({ lines: draft.lines.toSpliced(at, 1) })}
          />
        ))}
        <AddLine
          id="add-line"
          name="時間外労働の行を加える"
          onPress={() => set({ lines: [...draft.lines, emptyLine] })}
        />
      </Section>
      <Section title="休日労働">
        {draft.holidayLines.map((line, at) => (
          <HolidayFields
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place
            key={at}
            at={at}
            line={line}
            errorAt={errorAt}
            onChange={(changed) => set({ holidayLines: draft.holidayLines.with(at, changed) })}
            onRemove={() => set({ holidayLines: draft.holidayLines.toSpliced(at, 1) })}
          />
        ))}
        <AddLine
          id="add-holiday"
          name="休日労働の行を加える"
          onPress={() => set({ holidayLines: [...draft.holidayLines, emptyHoliday] })}
        />
      </Section>
      <Section title="特別条項">
        <CheckField
          id="special"
          checked={draft.special !== null}
          onChange={(is) => set({ special: is ? emptySpecial : null })}
        >
          臨時的な特別の事情があるときに、限度時間を超える(特別条項)
        </CheckField>
        {draft.special !== null && (
          <SpecialFields special={draft.special} onChange={(special) => set({ special })} errorAt={errorAt} />
        )}
      </Section>
      <Section title="協定の当事者と届出">
        <Parties draft={draft} set={set} errorAt={errorAt} />
      </Section>
    </>
  );
}

function AddLine({ id, name, onPress }: { readonly id: string; readonly name: string; readonly onPress: () => void }) {
  return (
    <div id={id} tabIndex={-1} className="mt-4">
      <Button size="small" onPress={onPress}>
        {name}
      </Button>
    </div>
  );
}

type Part = { readonly draft: AgreementDraft; readonly set: Set; readonly errorAt: ErrorAt };

function Place({ draft, set, errorAt }: Part) {
  const tree = useReading(routes.departmentsView, { query: {} });
  const departments = (tree.data?.departments ?? []).toSorted((a, b) => (a.department < b.department ? -1 : 1));
  return (
    <>
      <SelectField
        id="department"
        label="事業場"
        required
        hint="選んだ部署と、その下の部署の職員に及びます。"
        value={draft.department}
        onChange={(department) => set({ department })}
        error={errorAt('department')}
        options={[
          { value: '', name: '選んでください' },
          ...departments.map((each) => ({
            value: each.department,
            name: `${each.name}(${each.department})${each.appendedTable === null ? '' : `・別表第1 ${each.appendedTable}号`}`,
          })),
        ]}
      />
      <CheckField id="enterprise" checked={draft.enterprise} onChange={(enterprise) => set({ enterprise })}>
        企業職員・単純労務職員の協定
      </CheckField>
      <CheckField id="collective" checked={draft.collective} onChange={(collective) => set({ collective })}>
        労働協約による(有効期間の定めがなくてもよい)
      </CheckField>
      <DateFields
        id="term"
        label="有効期間の始まり"
        required
        value={draft.termFrom}
        onChange={(termFrom) => set({ termFrom })}
        error={errorAt('term')}
      />
      <DateFields
        id="term-through"
        label="有効期間の終わり"
        required
        value={draft.termThrough}
        onChange={(termThrough) => set({ termThrough })}
        error={errorAt('term-through')}
      />
      <DateFields
        id="yearStart"
        label="1年の起算日"
        required
        value={draft.yearStart}
        onChange={(yearStart) => set({ yearStart })}
        error={errorAt('yearStart')}
      />
      <CheckField
        id="longAveraging"
        checked={draft.longAveraging}
        onChange={(longAveraging) => set({ longAveraging })}
        error={errorAt('longAveraging')}
      >
        対象期間が3箇月を超える1年単位の変形労働時間制による
      </CheckField>
      <CheckField
        id="ceilingsStated"
        checked={draft.ceilingsStated}
        onChange={(ceilingsStated) => set({ ceilingsStated })}
        error={errorAt('ceilingsStated')}
      >
        時間外労働と休日労働の合計を、月 100:00 未満、2–6か月の平均 80:00 以下とすることを確かめている(様式のチェック欄)
      </CheckField>
    </>
  );
}

function Parties({ draft, set, errorAt }: Part) {
  const { representative } = draft;
  const who = (part: Partial<AgreementDraft['representative']>) =>
    set({ representative: { ...representative, ...part } });
  const text = (key: 'name' | 'position' | 'election', label: string, hint?: string) => (
    <TextField
      id={`representative.${key}`}
      label={label}
      required
      {...(hint === undefined ? {} : { hint })}
      value={representative[key]}
      onChange={(value) => who({ [key]: value })}
      error={errorAt(`representative.${key}`)}
      maxLength={100}
    />
  );
  return (
    <>
      <RadioGroup
        id="representative"
        label="労働者の代表"
        required
        value={representative.kind}
        onChange={(kind) => who({ kind })}
        options={[
          { value: 'person', name: '労働者の過半数を代表する人' },
          { value: 'union', name: '労働者の過半数で組織する労働組合' },
        ]}
      />
      {text('name', representative.kind === 'union' ? '労働組合の名称' : '代表の氏名')}
      {representative.kind === 'person' && (
        <>
          {text('position', '代表の職名')}
          {text('election', '選出の方法', '例 投票、挙手')}
          <CheckField
            id="representative.managerial"
            checked={representative.managerial}
            onChange={(managerial) => who({ managerial })}
            error={errorAt('representative.managerial')}
          >
            代表は管理監督者である
          </CheckField>
          <CheckField
            id="representative.chosenByEmployer"
            checked={representative.chosenByEmployer}
            onChange={(chosenByEmployer) => who({ chosenByEmployer })}
            error={errorAt('representative.chosenByEmployer')}
          >
            使用者の意向によって選ばれた
          </CheckField>
        </>
      )}
      <DateFields
        id="concludedOn"
        label="協定が成立した日"
        required
        value={draft.concludedOn}
        onChange={(concludedOn) => set({ concludedOn })}
        error={errorAt('concludedOn')}
      />
      <DateFields
        id="filedOn"
        label="届け出た日"
        hint="届け出るまで、協定の効力はありません。"
        value={draft.filedOn}
        onChange={(filedOn) => set({ filedOn })}
        error={errorAt('filedOn')}
      />
      <TextField
        id="filedWith"
        label="届け出た相手"
        hint="例 ○○労働基準監督署、人事委員会"
        value={draft.filedWith}
        onChange={(filedWith) => set({ filedWith })}
        maxLength={100}
      />
    </>
  );
}
