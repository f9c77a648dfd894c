import { dayAndClock, eraDate } from '@tokimori/wording/format';
import { useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';

/** Caps of an externally driven department, as they are told. */
const caps = '月 100:00 未満、年 720:00 まで、2–6か月の平均 80:00 まで、45:00 を超える月は年6回まで';

/** Designations that the person has not acknowledged yet; `all` shows those that are acknowledged, too. */
export function DesignationNotices({ all = false }: { readonly all?: boolean }) {
  const { data } = useReading(routes.myNotices, {});
  const deed = useDeed(routes.acknowledgeDesignation);
  if (data === undefined) return null;
  const open = data.designations.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const seen = all ? data.designations.filter(({ acknowledgedAt }) => acknowledgedAt !== null) : [];
  return (
    <>
      {open.map((each) => (
        <div key={`${each.department} ${each.from}`} className="my-4">
          <Banner
            kind="info"
            title={`${each.name}は、${eraDate(each.from)}から他律部署${each.from > data.on ? 'になります' : 'です'}`}
            action={
              <Button
                kind="solid"
                busy={deed.isPending}
                onPress={() =>
                  deed.mutate(
                    { body: { department: each.department, from: each.from } },
                    { onSuccess: () => announce('確認を記録しました') },
                  )
                }
              >
                確認した
              </Button>
            }
          >
            この日から、あなたの上限は、{caps}です。理由 {each.reason}(周知の日 {eraDate(each.publishedOn)})
          </Banner>
          <Refusal error={deed.error} />
        </div>
      ))}
      {seen.map((each) => (
        <p key={`${each.department} ${each.from}`} className="prose-small mt-2">
          {each.name}の他律部署の指定({eraDate(each.from)}から)を、
          {each.acknowledgedAt === null ? '' : dayAndClock(each.acknowledgedAt)}に確認しました。
          {each.from > data.on && `この日からの上限は、${caps}です。`}
        </p>
      ))}
    </>
  );
}
