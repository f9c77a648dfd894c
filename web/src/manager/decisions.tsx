import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { ButtonLink } from '../components/button.tsx';
import { PageTitle } from '../components/section.tsx';
import { DecisionList } from './decision-list.tsx';
import { WithSection } from './section-of.tsx';
import { Approvals } from './standing-in/approvals.tsx';
import { StandingInNote } from './standing-in/standing-in-note.tsx';

/** 決裁: the requests that wait, and what waits beside them. */
export function DecisionsPage() {
  const mayName = useMe().roles.includes('manager');
  return (
    <WithSection title="決裁">
      {(view) => (
        <>
          <PageTitle
            facts={view.name}
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
          <DecisionList view={view} />
          <Approvals />
        </>
      )}
    </WithSection>
  );
}
