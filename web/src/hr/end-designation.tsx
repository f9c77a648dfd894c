import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { EndDialog } from '../app/end-dialog.tsx';

type Props = { readonly department: string; readonly name: string; readonly from: string };

/** Ends a designation from a day on, with the reason. */
export function EndDesignation({ department, name, from }: Props) {
  const deed = useDeed(routes.endDesignation);
  const words = { word: '指定を終える', day: '自律部署に戻る日', reason: '指定を終える理由' };
  return (
    <EndDialog
      ending={{ id: 'end', title: `${name}の指定を終える`, ...words }}
      deed={deed}
      onEnd={({ on, reason }, { onSuccess, onError }) =>
        deed.mutate(
          { params: { department }, body: { from, until: on, reason } },
          {
            onSuccess: () => {
              announce('指定を終えました');
              onSuccess();
            },
            onError,
          },
        )
      }
    />
  );
}
