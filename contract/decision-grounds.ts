/** Why a claim of hours is cut or turned down. What is work by the guideline (準備・後始末, 手待ち, 義務の研修) is none of them. */
export const decisionGrounds = ['ownStudy', 'break', 'noTask', 'byOthers', 'notNow', 'cap', 'other'] as const;
export type DecisionGround = (typeof decisionGrounds)[number];

/** Those for work that is still to come: nothing that was worked is taken away by them. */
export const groundsToCome: readonly DecisionGround[] = ['byOthers', 'notNow', 'cap'];
