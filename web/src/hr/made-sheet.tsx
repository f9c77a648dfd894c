import { figure } from '@tokimori/wording/format';
import { Banner } from '../components/banner.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';

/** 資料① as it was made from files: its title, its rows as they are written, and what does not add up. */
export type MadeSheet = {
  readonly title: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly differences: readonly string[];
};

/** 資料① made from files, for the eye: the block by bureau, and its remarks. */
export function MadeSheetView({ sheet }: { readonly sheet: MadeSheet }) {
  const end = sheet.rows.findIndex((row) => row.length === 0);
  const [head = [], ...lines] = sheet.rows.slice(1, end === -1 ? undefined : end);
  const styleOf = (at: number) => (head[at] === '計' ? 'number sum' : 'number');
  return (
    <Section title={sheet.title}>
      {sheet.differences.length > 0 && (
        <Banner kind="warning" title="計と内訳の違いなど、確かめるところがあります" role="status">
          <ul className="list-disc pl-5">
            {sheet.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </Banner>
      )}
      <DataTable caption={sheet.title} minWidth={8 + head.length * 4.25} className="rows-wide">
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" className={at === 0 ? '' : styleOf(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, ...values]) => (
            <tr key={label}>
              <th scope="row" className="min-w-32">
                {label}
              </th>
              {values.map((value, at) => (
                <td key={head[at + 1]} className={styleOf(at + 1)}>
                  {figure(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
