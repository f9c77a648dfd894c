import { useNavigate } from '@tanstack/react-router';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { SelectField } from '../../components/fields.tsx';
import type { Chosen } from './due-pages.tsx';

/** Chooses of what is due by lateness, kind and department; the address keeps it. Whoever sees only themselves has nothing to choose, whoever sees one 課 no 課. */
export function DueFilter({ late, chosen }: { readonly late: boolean; readonly chosen: Chosen }) {
  const go = useNavigate();
  const { data } = useReading(routes.duesView, { query: { state: 'open' } });
  const { deed, department } = chosen;
  const to = (next: Partial<Chosen & { late: boolean }>) => {
    const whole = { late, deed, department, ...next };
    void go({ to: paths.duesOf({ state: whole.late ? 'late' : '', deed: whole.deed, department: whole.department }) });
  };
  if (data === undefined || data.departments.length === 0) return null;
  return (
    <div className="no-print mt-3 flex flex-wrap gap-x-6">
      <SelectField
        id="state"
        label="期限"
        plain
        width="w-60"
        value={late ? 'late' : ''}
        onChange={(value) => to({ late: value === 'late' })}
        options={[
          { value: '', name: 'すべて' },
          { value: 'late', name: '期限を過ぎたもの' },
        ]}
      />
      <SelectField
        id="deed"
        label="すること"
        plain
        width="w-60"
        value={deed}
        onChange={(value) => to({ deed: value })}
        options={[{ value: '', name: 'すべて' }, ...data.deeds.map(({ key, name }) => ({ value: key, name }))]}
      />
      {data.departments.length > 1 && (
        <SelectField
          id="department"
          label="所属"
          plain
          width="w-full wide:w-100"
          value={department}
          onChange={(value) => to({ department: value })}
          options={[
            { value: '', name: 'すべて' },
            ...data.departments.map(({ department: value, name }) => ({ value, name })),
          ]}
        />
      )}
    </div>
  );
}
