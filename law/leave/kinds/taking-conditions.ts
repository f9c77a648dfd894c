import { type Dated, inForce } from '../../decision/dated.ts';
import { civilOf, type EpochDay, formatLocalDate } from '../../time/civil.ts';
import { attains, lastDayBeforeSchool, schoolYearEndAfter } from '../ages.ts';
import { endOfMonths } from '../annual/leave-year.ts';
import { leaveKindCitations as cites } from '../citations.ts';
import type { LeaveRules } from '../rules.ts';
import { maternityWindows, type Window } from './maternity.ts';
import { type Found, needed, type SickChildReason, type Taking, type TakingRefusal } from './taking-types.ts';

/** 子の看護等休暇: from 2025-04-01 to the end of the third grade (⚙ later) and for more reasons; before, to school entry. */
export const sickChildRules: readonly Dated<{ wider: boolean; reasons: readonly SickChildReason[] }>[] = [
  {
    from: '2010-06-30',
    until: '2025-04-01',
    value: { wider: false, reasons: ['illness', 'vaccination', 'checkup'] },
    citation: cites.sickChildBefore,
    checkedOn: '2026-11-28',
  },
  {
    from: '2025-04-01',
    value: {
      wider: true,
      reasons: [
        'illness',
        'vaccination',
        'checkup',
        'closure',
        'attendanceSuspension',
        'entrance',
        'nurseryGraduation',
      ],
    },
    citation: cites.sickChild,
    checkedOn: '2026-11-28',
  },
];

/** The last day of 子の看護等休暇 for a child, by the rule of a day. */
export function sickChildThrough(bornOn: EpochDay, on: EpochDay, rules: LeaveRules): EpochDay {
  const { wider } = inForce(sickChildRules, formatLocalDate(on)).value;
  return wider ? schoolYearEndAfter(rules.sickChildUntil, bornOn) : lastDayBeforeSchool(bornOn);
}

/** Children that count on a day. */
export function childrenCounted({ facts, from }: Taking, rules: LeaveRules): number {
  const children = facts.children ?? [];
  return children.filter((bornOn) => bornOn <= from && from <= sickChildThrough(bornOn, from, rules)).length;
}

const refuse = (refusal: TakingRefusal, found: Found): Found => ({ refusal, steps: found.steps });

function sickChild(taking: Taking, rules: LeaveRules): Found {
  const children = needed(taking, 'children');
  const { value, citation } = inForce(sickChildRules, formatLocalDate(taking.from));
  const latest = Math.max(...children.map((bornOn) => sickChildThrough(bornOn, taking.from, rules)));
  const count = childrenCounted(taking, rules);
  const old: Found['steps'] = value.wider ? [] : [{ says: 'oldChildRule', figures: {}, citation }];
  const words = { through: formatLocalDate(latest) };
  if (count === 0) {
    return { refusal: 'noChild', steps: [...old, { says: 'childOver', figures: { children: 0 }, words, citation }] };
  }
  const reason = needed(taking, 'reason');
  const kept = value.reasons.includes(reason);
  const steps: Found['steps'] = [
    ...old,
    { says: 'childKept', figures: { children: count }, words, citation },
    { says: kept ? 'reasonKept' : 'reasonNotNamed', figures: {}, words: { reason }, citation },
  ];
  return kept ? { steps } : { refusal: 'reason', steps };
}

/** Whether all days lie in a window. */
function inWindow({ from, through }: Taking, window: Window, citation: Found['steps'][number]['citation']): Found {
  const kept = window.from <= from && through <= window.through;
  const words = { from: formatLocalDate(window.from), through: formatLocalDate(window.through) };
  const step = { says: kept ? 'windowKept' : 'windowMissed', figures: {}, words } as const;
  const found: Found = { steps: [citation === undefined ? step : { ...step, citation }] };
  return kept ? found : refuse('window', found);
}

function birthWindow(taking: Taking, rules: LeaveRules): Found {
  const birth = needed(taking, 'birth');
  const windows = maternityWindows(birth, rules).outcome;
  switch (taking.kind) {
    case 'prenatal':
      return inWindow(taking, windows.prenatal, cites.prenatal);
    case 'postnatal':
      return inWindow(taking, windows.postnatal, cites.postnatal);
    case 'fatherhood':
      return inWindow(taking, windows.fatherhood, cites.fatherhoodNow);
    default: {
      const window = { from: needed(taking, 'admittedOn'), through: windows.spouseBirthThrough };
      return inWindow(taking, window, cites.spouseBirth);
    }
  }
}

/** From five days before the wedding to a month after it; from the day of a disaster for as many days as there are. */
function eventWindow(taking: Taking, rules: LeaveRules): Found {
  const eventOn = needed(taking, 'eventOn');
  const window =
    taking.kind === 'marriage'
      ? { from: eventOn - 5, through: endOfMonths(eventOn + 1, 1) }
      : { from: eventOn, through: eventOn + (rules.specialDays.disaster ?? 0) - 1 };
  return inWindow(taking, window, cites.special);
}

function season({ from, through }: Taking, { summerFrom: fromMonth, summerThrough: throughMonth }: LeaveRules): Found {
  const [first, last] = [civilOf(from), civilOf(through)];
  const kept = first.year === last.year && fromMonth <= first.month && last.month <= throughMonth;
  const figures = { fromMonth, throughMonth };
  const found: Found = {
    steps: [{ says: kept ? 'seasonKept' : 'seasonMissed', figures, citation: cites.special }],
  };
  return kept ? found : refuse('season', found);
}

/** 育児時間: a child under one. */
function infant(taking: Taking): Found {
  const bornOn = Math.max(...needed(taking, 'children'));
  const window = { from: bornOn, through: attains(1, bornOn) };
  const found = inWindow(taking, window, cites.childcareTime);
  return found.refusal === undefined ? found : refuse('noChild', found);
}

/** Conditions by kind; a kind without one rests on what the departmentHead sees. */
export const conditions: Readonly<Record<string, (taking: Taking, rules: LeaveRules) => Found>> = {
  sickChildLeave: sickChild,
  prenatal: birthWindow,
  postnatal: birthWindow,
  fatherhood: birthWindow,
  spouseBirth: birthWindow,
  marriage: eventWindow,
  disaster: eventWindow,
  summer: season,
  childcareTime: infant,
};
