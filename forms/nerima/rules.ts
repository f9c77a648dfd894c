import { minutesOf } from '../sheet/figures.ts';
import { cumulative, type Given, type GivenPerson, monthsOver45 } from '../sheet/given.ts';

/** Left and right half of the sheet. */
export type Half = 'prior' | 'review';
/** Rows ② to ⑬; row ① is the hours. */
export type Item =
  | 'overview'
  | 'staffing'
  | 'unavoidable'
  | 'reduction'
  | 'health'
  | 'effect'
  | 'improvement'
  | 'course'
  | 'talkedOn'
  | 'managerOn'
  | 'directorOn'
  | 'toldOn';
/**
 * Whether a row is filled in: it must be; it may be, and says 「入力不要です」 while it is empty; it says so always; or the half does not have it
 * (⑦ to ⑨ of the 事前届出, which tell what came of it).
 */
export type Need = 'required' | 'open' | 'notNeeded' | 'absent';

/**
 * Beyond these the rows on health and effect are filled in for 原則(自律)部署 too: 100 hours or more in the month, more than 80 on average of two to
 * six months, more than six months over 45 hours, more than 720 hours in the year.
 */
export const isExtreme = (given: Given, person: GivenPerson): boolean =>
  minutesOf(given, person) >= 100 * 60 ||
  (person.average?.minutes ?? 0) > 80 * 60 ||
  monthsOver45(given, person) > 6 ||
  cumulative(given, person) > 720 * 60;

/**
 * Whether a row is filled in for this person, after the notes on the original (事例集 練馬区 記入例). The text of the notes names ⑥ and ⑦ of the 事後検証 as
 * not needed for 原則 departments, and ③ to ⑥ and one more of the 事前届出; its example leaves ⑥ and ⑫ out and fills ⑦ in. So ⑦ may be filled in there.
 */
export function needOf(half: Half, item: Item, given: Given, person: GivenPerson): Need {
  return half === 'prior' ? needBefore(item, person) : needAfter(item, person, isExtreme(given, person));
}

function needBefore(item: Item, person: GivenPerson): Need {
  switch (item) {
    case 'effect':
    case 'improvement':
    case 'course':
      return 'absent';
    case 'staffing':
    case 'unavoidable':
    case 'reduction':
    case 'health':
      return person.externallyDriven ? 'required' : 'notNeeded';
    case 'directorOn':
      return person.externallyDriven || person.managerial ? 'required' : 'notNeeded';
    default:
      return 'required';
  }
}

function needAfter(item: Item, person: GivenPerson, extreme: boolean): Need {
  switch (item) {
    case 'health':
      return person.externallyDriven || extreme ? 'required' : 'notNeeded';
    case 'effect':
      return person.externallyDriven || extreme ? 'required' : 'open';
    case 'directorOn':
      if (person.externallyDriven || person.managerial) return 'required';
      return extreme ? 'open' : 'notNeeded';
    default:
      return 'required';
  }
}
