import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Shown } from '../app/states.tsx';
import { ButtonLink } from '../components/button.tsx';
import { PageTitle } from '../components/section.tsx';
import { DecisionList } from './decision-list.tsx';
import { WithSection } from './section-of.tsx';
import { Approvals } from './standing-in/approvals.tsx';
import { StandingInNote } from './standing-in/standing-in-note.tsx';

/** 決裁: the requests that wait for this person, of whatever department, and what waits beside them. */
export function DecisionsPage() {
  const approvals = useReading(routes.openApprovals, {}, { refetchInterval: 30_000 });
  const { roles, departmentPath } = useMe();
  const mayName = roles.includes('manager');
  return (
    <WithSection title="決裁">
      {(view) => (
        <>
          <PageTitle
            facts={departmentPath}
            actions={
              mayName && (
                <>
                  <ButtonLink size="small" to={paths.onBehalf}>
                    代理で申請する
                  </ButtonLink>
                  <ButtonLink size="small" to={paths.mandates}>
                    不在と代決・専決
                  </ButtonLink>
                </>
              )
            }
          >
            決裁
          </PageTitle>
          <StandingInNote view={view} />
          <Shown query={approvals}>
            {({ requests }) => <DecisionList view={{ department: view.department, decisions: requests }} />}
          </Shown>
          <Approvals />
        </>
      )}
    </WithSection>
  );
}
