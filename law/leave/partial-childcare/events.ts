import { inForce } from '../../decision/dated.ts';
import { formatLocalDate } from '../../time/civil.ts';
import { Spans } from '../../time/spans.ts';
import { partialChildcareCitations as cites } from '../citations.ts';
import { balanceNow, type Context, type Standing, type Turn, typeNow, type Use } from './balance.ts';
import { staffFor } from './eligibility.ts';
import { type1Limits, type2Limits, type2Of } from './limits.ts';
import { noticeSteps } from './notice.ts';
import type { ApprovalEnding, PartialLeaveRefusal, PartialLeaveRevocation, TypeDeclaration } from './types.ts';

type Answered = Turn & { readonly refusal?: PartialLeaveRefusal };
const totalOf = (uses: readonly Use[]) => uses.reduce((sum, use) => sum + use.spans.total, 0);

/** Approvals that fall away, and what that gives back. */
function endUses(standing: Standing, falls: (use: Use) => boolean, context: Context): Turn {
  const gone = standing.uses.filter(falls);
  if (gone.length === 0) return { standing, minutes: 0, steps: [] };
  const after = { ...standing, uses: standing.uses.filter((use) => !falls(use)) };
  const minutes = totalOf(gone);
  const figures = { uses: gone.length, minutes, balance: balanceNow(after, context) ?? 0 };
  return {
    standing: after,
    minutes,
    steps: [{ says: 'approvalsEnded', figures, citation: cites.revocation }],
  };
}

function refuse(standing: Standing, refusal: PartialLeaveRefusal, step: Turn['steps'][number]): Answered {
  return { standing, refusal, minutes: 0, steps: [step] };
}

/** A change of type (法19条3項, 条例18条の5): special circumstances, hardship, and room on the form. */
function change(declared: TypeDeclaration, standing: Standing, context: Context): Answered {
  const citation = cites.circumstances;
  if (declared.circumstance === undefined || declared.hardship !== true) {
    return refuse(standing, 'noCircumstance', { says: 'noCircumstance', figures: {}, citation });
  }
  const most = context.rules.typeChanges;
  const changes = standing.types.length;
  if (changes > most) {
    return refuse(standing, 'noRoom', { says: 'noRoom', figures: { changes, most }, citation: cites.formRoom });
  }
  const { type, recordedOn } = declared;
  const changed = { ...standing, types: [...standing.types, { from: recordedOn, type }] };
  const ended = endUses(changed, (use) => use.type !== type && use.on >= recordedOn, context);
  const words = { type, circumstance: declared.circumstance };
  return {
    standing: ended.standing,
    minutes: ended.minutes,
    steps: [
      { says: 'changed', figures: { changes, most }, words, citation },
      ...noticeSteps('typeChanged'),
      ...ended.steps,
    ],
  };
}

/** 申出 (法19条2項), and its change. */
export function declare(declared: TypeDeclaration, standing: Standing, context: Context): Answered {
  const { type, recordedOn } = declared;
  const who = staffFor(context.year.staff, type);
  if (who.refusal !== undefined) return { standing, refusal: who.refusal, minutes: 0, steps: who.steps };
  const now = typeNow(standing);
  if (now === type) {
    const step = { says: 'sameType', figures: {}, words: { type }, citation: cites.changed } as const;
    return refuse(standing, 'sameType', step);
  }
  if (now !== null) return change(declared, standing, context);
  const limit = type === 'type2' ? type2Of(context.year.staff, context.year.fiscalYear, context.rules).steps : [];
  return {
    standing: { ...standing, types: [{ from: recordedOn, type }] },
    minutes: 0,
    steps: [...who.steps, { says: 'declared', figures: {}, words: { type }, citation: cites.declared }, ...limit],
  };
}

/** What ends approvals (法19条6項, 5条): of a child, or of the person for as long as it lasts. */
export function end(ending: ApprovalEnding, standing: Standing, context: Context): Answered {
  const { what, recordedOn, child } = ending;
  const falls = (use: Use) => use.on >= recordedOn && (child === undefined || use.child === child);
  const ended = endUses(standing, falls, context);
  const after: Standing =
    child === undefined
      ? { ...ended.standing, away: [...standing.away, { from: recordedOn, until: ending.backOn }] }
      : { ...ended.standing, ended: new Map([...standing.ended, [child, recordedOn]]) };
  return { standing: after, minutes: ended.minutes, steps: [...noticeSteps(what), ...ended.steps] };
}

/** 取消し on request, whole or in part; the minutes come back exactly. */
export function revoke(revocation: PartialLeaveRevocation, standing: Standing, context: Context): Answered {
  const { of, on, span } = revocation;
  const meant = standing.uses.filter((use) => use.request === of && (on === undefined || use.on === on));
  const cut = span === undefined ? undefined : Spans.of(span);
  const outside = cut !== undefined && meant.some((use) => use.spans.and(cut).isEmpty);
  if (meant.length === 0 || outside) {
    const step = { says: 'nothingToRevoke', figures: {}, citation: cites.partialRevocation } as const;
    return refuse(standing, 'nothingToRevoke', step);
  }
  const left = new Map(meant.map((use) => [use, cut === undefined ? Spans.none : use.spans.minus(cut)]));
  const uses = standing.uses.flatMap((use) => {
    const spans = left.get(use);
    if (spans === undefined) return [use];
    return spans.isEmpty ? [] : [{ ...use, spans }];
  });
  const after = { ...standing, uses };
  const minutes = totalOf(standing.uses) - totalOf(uses);
  const figures = { minutes, balance: balanceNow(after, context) ?? 0 };
  return {
    standing: after,
    minutes,
    steps: [
      { says: 'revoked', figures, citation: cites.partialRevocation },
      ...noticeSteps('revokedOnRequest').slice(1),
      ...[...left].flatMap(([use, spans]) => offUnit(use, spans)),
    ],
  };
}

/** What is left of a use after a part was revoked may miss the unit: it stands, and someone should look. */
function offUnit(use: Use, { total: minutes }: Spans): Turn['steps'] {
  const limits = use.type === 'type1' ? type1Limits : type2Limits;
  const { unit } = inForce<{ unit: number }>(limits, formatLocalDate(use.on)).value;
  if (minutes % unit === 0) return [];
  return [{ says: 'remainderOffUnit', figures: { minutes, unit }, citation: cites.partialRevocation }];
}
