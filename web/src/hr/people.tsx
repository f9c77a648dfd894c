import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { TextField } from '../components/fields.tsx';
import { PageTitle } from '../components/section.tsx';

/** 個人: find a person by number, name or kana. */
export function PeoplePage() {
  const search: { q?: unknown } = useSearch({ strict: false });
  const wanted = search.q === undefined ? '' : String(search.q);
  const [typed, setTyped] = useState(wanted);
  const navigate = useNavigate();
  const found = useReading(routes.findStaff, { query: { search: wanted } }, { enabled: wanted !== '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: `${paths.people}?q=${encodeURIComponent(typed.trim())}` });
  };
  return (
    <>
      <PageTitle>職員をさがす</PageTitle>
      <search>
        <form onSubmit={submit} className="flex flex-wrap items-end gap-4">
          <div className="w-80 max-w-full">
            <TextField
              id="q"
              label="職員番号・氏名・カナ"
              plain
              type="search"
              value={typed}
              onChange={setTyped}
              maxLength={50}
            />
          </div>
          <Button kind="solid" type="submit">
            さがす
          </Button>
        </form>
      </search>
      {wanted === '' ? (
        <Empty>職員番号の一部、氏名、カナのどれかで、50人までさがせます。</Empty>
      ) : (
        <Shown query={found}>
          {({ people }) =>
            people.length === 0 ? (
              <Empty>「{wanted}」に当たる職員はいません。番号か、氏名の一部で、もう一度さがしてください。</Empty>
            ) : (
              <div className="mt-5">
                <p role="status">
                  {people.length}人{people.length === 50 && '(はじめの50人)'}
                </p>
                <DataTable caption="見つかった職員" stack>
                  <thead>
                    <tr>
                      <th scope="col">職員番号</th>
                      <th scope="col">氏名</th>
                      <th scope="col">所属</th>
                      <th scope="col">職名</th>
                    </tr>
                  </thead>
                  <tbody>
                    {people.map((person) => (
                      <tr key={person.staff}>
                        <td data-label="職員番号">{person.staff}</td>
                        <th scope="row">
                          <Anchor to={paths.person(person.staff)}>{person.name}</Anchor>
                        </th>
                        <td data-label="所属">{person.departmentName}</td>
                        <td data-label="職名">{person.post}</td>
                      </tr>
                    ))}
                  </tbody>
                </DataTable>
              </div>
            )
          }
        </Shown>
      )}
    </>
  );
}
