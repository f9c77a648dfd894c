import { formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import type { SupportMatch, SupportRequest } from '@tokimori/records/support-events';
import type { Tx } from '../../store/tenant.ts';
import { readSupportSince, type SupportRow } from '../../use-cases/support/support-rows.ts';
import { readSupporters, type SupporterRow } from '../../use-cases/support/supporter-rows.ts';
import { noticeWords } from '../kinds.ts';
import { eraOf } from '../words.ts';
import { forEach, type Waiting, type WaitingGround } from './ground.ts';

/** Days for which hours of a request that is over may still be entered and confirmed: as long as the page shows it. */
const STAYS_DAYS = 62;

type Told = { readonly to: readonly string[]; readonly step: string; readonly what: string };

const sayRequest = ({ from, through, fromMinute, untilMinute, people }: SupportRequest): string =>
  `${eraOf(from)}から${eraOf(through)}まで ${formatDuration(fromMinute)}–${formatDuration(untilMinute)} ${people}人`;

/** Those who may offer or choose supporters: 人事課, and the heads of other sections with somebody who is registered and ready. */
function mayMatch({ department }: SupportRequest, supporters: readonly SupporterRow[], ground: WaitingGround) {
  const sides = supporters.filter((each) => each.state === 'ready' && each.kind !== 'workstation');
  const heads = sides.filter((each) => each.department !== department).flatMap((each) => ground.near(each.department));
  return [...ground.holding('hr'), ...heads];
}

/** Who gives the support of a match: the person or the head of the section; 人事課 for the workstation. */
const givers = ({ staff, department }: SupportMatch, { near, holding }: WaitingGround): readonly string[] =>
  staff !== null ? [staff, ...near(department, staff)] : department === '' ? holding('hr') : near(department);

/** The next step of a match: the asking head accepts an offer and confirms hours; between them the supporting side enters hours. */
function stepOf(match: SupportMatch, request: SupportRequest, ground: WaitingGround): Told | null {
  const asking = ground.near(request.department);
  if (match.state === 'offered')
    return { to: asking, step: 'offered', what: '応援の申し出。受け入れるか決めてください' };
  if (match.state === 'declined') return null;
  const open = match.days.filter(({ confirmed }) => !confirmed);
  const last = open.at(-1)?.date ?? '';
  if (open.length > 0)
    return { to: asking, step: `hours/${last}`, what: `応援した時間 ${open.length}日分。確かめてください` };
  if (match.days.length > 0) return null;
  return { to: givers(match, ground), step: 'agreed', what: '応援が決まりました。応援した時間を入れてください' };
}

function waitingOf({ id, request }: SupportRow, supporters: readonly SupporterRow[], ground: WaitingGround): Waiting[] {
  const taken = request.matches.reduce((sum, { state, people }) => (state === 'declined' ? sum : sum + people), 0);
  const isWanted = request.state === 'open' && request.through >= ground.at.dutyDate && taken < request.people;
  const wanted = { to: mayMatch(request, supporters, ground), step: 'wanted', what: '応援の依頼' };
  const steps = request.matches.flatMap((match) => {
    const told = stepOf(match, request, ground);
    return told === null ? [] : [{ ...told, step: `${match.id}/${told.step}` }];
  });
  const place = ground.tree.path(request.department) || request.department;
  return [...(isWanted ? [wanted] : []), ...steps].flatMap(({ to, step, what }) =>
    forEach(to, {
      kind: 'support',
      about: 'support',
      key: `support/${id}/${step}`,
      line: `${place}(${sayRequest(request)}): ${what}`,
      path: noticeWords.support.path,
    }),
  );
}

/**
 * 登録型応援制度: a request waits for those who may find supporters, an offer for the asking head, an agreed match for the hours of those who give it,
 * and these for the asking head again. What work it is, is told on the page alone.
 */
export async function waitingSupport(tx: Tx, ground: WaitingGround): Promise<readonly Waiting[]> {
  const rows = await readSupportSince(tx, formatLocalDate(ground.at.dutyDay - STAYS_DAYS));
  if (rows.length === 0) return [];
  const supporters = await readSupporters(tx);
  return rows.flatMap((row) => waitingOf(row, supporters, ground));
}
