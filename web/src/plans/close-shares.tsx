import { count, eraMonth } from '@tokimori/wording/format';
import { useState } from 'react';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { Shown } from '../app/states.tsx';
import { DataTable } from '../components/data-table.tsx';
import { SelectField } from '../components/fields.tsx';
import { Section } from '../components/section.tsx';

export type Share = { readonly requests: number; readonly inTime: number; readonly askedAfter: number };

/** 「92%(46/50件)」; nothing to tell of without requests. */
export const shareWords = ({ requests, inTime }: Share): string =>
  requests === 0 ? '申請なし' : `${Math.round((inTime / requests) * 100)}%(${count(inTime)}/${count(requests)}件)`;

/** 終礼の状況: requests decided before the end of duty, by section of a 部局. */
export function CloseShares({ month }: { readonly month: string }) {
  const [bureau, setBureau] = useState<string | undefined>(undefined);
  const view = useReading(
    routes.closeShares,
    { params: { month }, query: bureau === undefined ? {} : { bureau } },
    { keep: true },
  );
  return (
    <Section title="終礼の状況" aside={`${eraMonth(month)}・勤務時間の終わりまでに決裁した申請の割合`}>
      <Shown query={view}>
        {(data) => (
          <>
            <SelectField
              id="close-bureau"
              label="部局"
              plain
              value={data.bureau}
              onChange={setBureau}
              width="w-full wide:w-80"
              options={data.bureaus.map(({ department, name }) => ({ value: department, name }))}
            />
            <div className="mt-3">
              <DataTable caption="課ごとの割合" stack>
                <thead>
                  <tr>
                    <th scope="col">課</th>
                    <th scope="col" className="number">
                      終わりまでに決裁
                    </th>
                    <th scope="col" className="number">
                      終わりの後の申請
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.sections.map((each) => (
                    <tr key={each.department}>
                      <th scope="row">{each.name}</th>
                      <td data-label="終わりまでに決裁" className="number">
                        {shareWords(each)}
                      </td>
                      <td data-label="終わりの後の申請" className="number">
                        {each.requests === 0 ? '' : `${count(each.askedAfter)}件`}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </DataTable>
            </div>
          </>
        )}
      </Shown>
    </Section>
  );
}
