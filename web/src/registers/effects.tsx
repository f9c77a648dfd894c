import { digitalToolWords } from '@tokimori/contract/registers/words';
import { known, percent } from '@tokimori/wording/figures';
import { eraDate, fiscalYearName, hm } from '@tokimori/wording/format';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { Back, useChoice, YearChoice } from './choices.tsx';
import { entryLabels } from './entry-actions.tsx';
import { RegisterFiles } from './reviews.tsx';
import type { EffectsView } from './views.ts';

/** デジタル化の効果: tools in use in a fiscal year, hours before and after, and the totals of three years. */
export function EffectsPage() {
  const { year } = useChoice();
  const list = useReading(routes.digitalEffects, { query: year === undefined ? {} : { year } });
  return (
    <Shown query={list} title="デジタル化の効果">
      {(view) => (
        <>
          <Back>デジタル化の効果</Back>
          <PageTitle facts={fiscalYearName(view.year)} actions={<Actions view={view} />}>
            デジタル化の効果
          </PageTitle>
          <YearChoice year={view.year} to={(value) => paths.effects(value)} />
          <Years view={view} />
          <Section title="業務ごとの効果(1年間)" aside={`${view.entries.length}件`}>
            {view.entries.length === 0 ? (
              <Empty>{`${fiscalYearName(view.year)}に使っている道具は、まだ登録されていません。`}</Empty>
            ) : (
              <Entries view={view} />
            )}
          </Section>
        </>
      )}
    </Shown>
  );
}

function Actions({ view }: { readonly view: EffectsView }) {
  return (
    <>
      <RegisterFiles name="kochi-effects" year={view.year} />
      {view.mayAdd && (
        <ButtonLink kind="solid" to={paths.newEffect}>
          効果を加える
        </ButtonLink>
      )}
    </>
  );
}

/** A negative length has its sign. */
/** A saving; below zero it is said as what it is, an increase. */
const signed = (minutes: number): string => (minutes < 0 ? `${hm(-minutes)} の増` : hm(minutes));

function Years({ view }: { readonly view: EffectsView }) {
  return (
    <Section title="年度ごとの計" aside="その年度に使っている業務の、1年分の時間です。下書きは入れていません">
      <DataTable caption="年度ごとの削減時間(時:分)" stack>
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col" className="number">
              新しく使った業務
            </th>
            <th scope="col" className="number">
              使っている業務
            </th>
            <th scope="col" className="number">
              導入前
            </th>
            <th scope="col" className="number">
              人の作業
            </th>
            <th scope="col" className="number">
              削減した時間
            </th>
            <th scope="col" className="number">
              人作業削減率
            </th>
          </tr>
        </thead>
        <tbody>
          {view.years.map((year) => (
            <tr key={year.fiscalYear}>
              <th scope="row">{fiscalYearName(year.fiscalYear)}</th>
              <td className="number" data-label="新しく使った業務">
                {year.introduced}件
              </td>
              <td className="number" data-label="使っている業務">
                {year.inUse}件
              </td>
              <td className="number" data-label="導入前">
                {hm(year.before)}
              </td>
              <td className="number" data-label="人の作業">
                {hm(year.human)}
              </td>
              <td className="number font-700" data-label="削減した時間">
                {signed(year.reduction)}
              </td>
              <td className="number" data-label="人作業削減率">
                {percent(year.rate)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {view.byTool.length > 0 && (
        <p className="mt-2">
          {view.byTool
            .map(({ tool, inUse, reduction }) => `${digitalToolWords[tool]} ${inUse}件 ${signed(reduction)}`)
            .join('・')}
        </p>
      )}
    </Section>
  );
}

function Entries({ view }: { readonly view: EffectsView }) {
  return (
    <DataTable caption={`${fiscalYearName(view.year)}に使っている業務(時:分)`} stack>
      <thead>
        <tr>
          <th scope="col">業務名</th>
          <th scope="col">道具</th>
          <th scope="col">所管</th>
          <th scope="col">状態</th>
          <th scope="col">使い始めた日</th>
          <th scope="col" className="number">
            導入前
          </th>
          <th scope="col" className="number">
            道具の稼働
          </th>
          <th scope="col" className="number">
            人の作業
          </th>
          <th scope="col" className="number">
            削減した時間
          </th>
          <th scope="col" className="number">
            人作業削減率
          </th>
        </tr>
      </thead>
      <tbody>
        {view.entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              <Anchor to={paths.effect(entry.id)}>{entry.name}</Anchor>
            </th>
            <td data-label="道具">{digitalToolWords[entry.tool]}</td>
            <td data-label="所管">{entry.section}</td>
            <td data-label="状態">
              <StatusLabel label={entryLabels[entry.state]} />
            </td>
            <td data-label="使い始めた日">{eraDate(entry.since)}</td>
            <td className="number" data-label="導入前">
              {hm(entry.before)}
            </td>
            <td className="number" data-label="道具の稼働">
              {known(entry.robot)}
            </td>
            <td className="number" data-label="人の作業">
              {hm(entry.human)}
            </td>
            <td className="number font-700" data-label="削減した時間">
              {signed(entry.reduction)}
            </td>
            <td className="number" data-label="人作業削減率">
              {percent(entry.rate)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
