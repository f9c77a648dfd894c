/**
 * What the regime of a post can say, with its figures and words.
 * workplaceUnlisted · workplaceListed: number · article58Applies · article58Apart (words: category)
 * managerial · notManagerial · simpleLaborAtUnlisted (words: taken) · separateTeachers · separatePhysicians: ownCaps (0 before 2024-04-01)
 * orderedForPublicNeed · orderedByOrdinance · orderedUnderAgreement · orderedForDisaster · orderedFreely (a manager needs no order)
 * capsOfOrdinance · capsOfArticle36 · noCaps · paidBy (words: pay) · remunerated · premiumFloor · paidNightOnly · nightAllowanceOff · specialDuty
 * inspectedByCommission: number (0 = unlisted) · inspectedByHead: number · inspectedByOffice: number (0 = unlisted)
 * hoursTracked · guided · switchedOff: count · readDifferently · nothingSwitchedOff
 */
export const regimeStepNames = [
  'workplaceUnlisted',
  'workplaceListed',
  'article58Applies',
  'article58Apart',
  'managerial',
  'notManagerial',
  'simpleLaborAtUnlisted',
  'separateTeachers',
  'separatePhysicians',
  'orderedForPublicNeed',
  'orderedByOrdinance',
  'orderedUnderAgreement',
  'orderedForDisaster',
  'orderedFreely',
  'capsOfOrdinance',
  'capsOfArticle36',
  'noCaps',
  'paidBy',
  'remunerated',
  'premiumFloor',
  'paidNightOnly',
  'nightAllowanceOff',
  'specialDuty',
  'inspectedByCommission',
  'inspectedByHead',
  'inspectedByOffice',
  'hoursTracked',
  'guided',
  'switchedOff',
  'readDifferently',
  'nothingSwitchedOff',
] as const;
export type RegimeStepName = (typeof regimeStepNames)[number];
