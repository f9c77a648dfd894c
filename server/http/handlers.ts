import { readMe } from '../access/me.ts';
import { refuse } from '../access/refusal.ts';
import type { Session, Sessions } from '../access/session.ts';
import type { SignIn } from '../access/sign-in.ts';
import type { DemoAccount } from '../demo/demo-accounts.ts';
import type { Imports } from '../exchange/import-run.ts';
import type { Mailing } from '../notices/write-mails.ts';
import type { PaperMill } from '../paper/paper-mill.ts';
import type { PunchWriter } from '../punches/punch-writer.ts';
import { punchMyself, recordSent } from '../punches/record-punches.ts';
import { approvedUntil } from '../use-cases/approved-until.ts';
import { breachAnalysis, breachFile } from '../use-cases/breaches/analysis.ts';
import { breachView, completeBreach, draftBreach, returnBreach } from '../use-cases/breaches/breach.ts';
import { breachesView } from '../use-cases/breaches/breaches.ts';
import {
  changeReduction,
  moveReduction,
  reductionForm,
  reductionsView,
  reductionView,
  registerReduction,
} from '../use-cases/breaches/reductions.ts';
import { reviewsView, reviewView, writeReview } from '../use-cases/breaches/reviews.ts';
import { askReopening, closeSection, reopenSection } from '../use-cases/closing/close.ts';
import { closeMunicipality, remindClosing } from '../use-cases/closing/close-all.ts';
import { closingView } from '../use-cases/closing/closing-view.ts';
import { sectionClosing } from '../use-cases/closing/section-closing.ts';
import { decideCorrection, reportCorrection } from '../use-cases/corrections.ts';
import { reopenForm, returnForm, stampForm } from '../use-cases/forms/decide.ts';
import { formPaper, formWorkbook } from '../use-cases/forms/form-files.ts';
import { formsView } from '../use-cases/forms/list.ts';
import { orderBookPaper } from '../use-cases/forms/order-book.ts';
import { orderGuidePaper } from '../use-cases/forms/order-guide.ts';
import type { Prints } from '../use-cases/forms/prints.ts';
import { formView } from '../use-cases/forms/view.ts';
import { saveForm, submitForm } from '../use-cases/forms/write.ts';
import { history } from '../use-cases/history.ts';
import {
  orderOvertime,
  rejectOvertime,
  returnOvertime,
  revokeOvertime,
  startOrder,
} from '../use-cases/overtime-decision.ts';
import { orderMany, settleMany } from '../use-cases/overtime-many.ts';
import { myOvertime, previewOvertime, requestOvertime, withdrawOvertime } from '../use-cases/overtime-request.ts';
import { closeShares } from '../use-cases/plans/close-share.ts';
import { dailyClose } from '../use-cases/plans/daily-close.ts';
import { planView } from '../use-cases/plans/plan.ts';
import { agreePlan, receivePlan, returnPlan, savePlan } from '../use-cases/plans/plan-deeds.ts';
import { planPaper } from '../use-cases/plans/plan-paper.ts';
import { plansForUnion, plansOfMonth } from '../use-cases/plans/plans-of-month.ts';
import { settleReportMeasure, writeReportMeasures } from '../use-cases/plans/report-measures.ts';
import {
  digitalEffectsPaper,
  progressPaper,
  sectionSheetPaper,
  workReviewsPaper,
} from '../use-cases/registers/papers.ts';
import { sectionMonth, sectionToday } from '../use-cases/section.ts';
import { staffMonth, staffStanding } from '../use-cases/staff-month.ts';
import { today } from '../use-cases/staff-today.ts';
import { endAbsence, recordAbsence } from '../use-cases/standing-in/absences.ts';
import { openApprovals, seeAfterwards } from '../use-cases/standing-in/approvals.ts';
import { endMandate, giveMandate } from '../use-cases/standing-in/mandates.ts';
import { mandateCandidates, mandatesView } from '../use-cases/standing-in/mandates-view.ts';
import { answerObjection, objectTo } from '../use-cases/standing-in/objections.ts';
import {
  peopleOnBehalf,
  requestOnBehalf,
  revokeOnBehalf,
  withdrawOnBehalf,
} from '../use-cases/standing-in/on-behalf.ts';
import {
  acceptSupport,
  closeSupport,
  confirmSupportHours,
  declineSupport,
  enterSupportHours,
  matchSupport,
  requestSupport,
} from '../use-cases/support/support-deeds.ts';
import { supportSums } from '../use-cases/support/support-sums.ts';
import { supportView } from '../use-cases/support/support-view.ts';
import { consentSupporter, endSupporter, registerSupporter } from '../use-cases/support/supporters.ts';
import { why } from '../use-cases/why.ts';
import { by } from './by.ts';
import type { Call, Handlers } from './call.ts';
import {
  administrationHandlers,
  agreementHandlers,
  cityHandlers,
  differenceHandlers,
  importHandlers,
  measureHandlers,
  noticeHandlers,
  payHandlers,
  registerHandlers,
  reportHandlers,
  resultHandlers,
} from './handlers-office.ts';
/** What handlers need beside the context. */
export type Services = {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly punches: PunchWriter;
  readonly imports: Imports;
  readonly mill: PaperMill;
  readonly prints: Prints;
  readonly mailing: Mailing;
  readonly demo: boolean;
  readonly demoAccounts: readonly DemoAccount[];
};

/** The answer to every route, by its name: a route without one does not compile. */
export function handlersOf(services: Services): Handlers {
  return {
    ...sessionHandlers(services),
    recordPunches: (input, { context, device }) => recordSent(context, services.punches, device, input),
    approvedUntil: (input, { context, device }) => approvedUntil(context, device, input),
    punchMyself: (input, { context, actor }) => punchMyself(context, services.punches, actor, input),
    ...staffHandlers,
    ...managerHandlers,
    ...resultHandlers,
    ...standingInHandlers,
    ...cityHandlers,
    ...reportHandlers,
    ...importHandlers(services.imports),
    ...measureHandlers,
    ...formHandlers(services),
    ...breachHandlers,
    ...planHandlers,
    ...supportHandlers,
    ...registerHandlers,
    ...differenceHandlers,
    ...administrationHandlers,
    ...agreementHandlers,
    ...closingHandlers(services.mailing),
    ...noticeHandlers(services.mailing),
    ...payHandlers,
  };
}

function sessionHandlers({ sessions, signIn, demo, demoAccounts }: Services) {
  return {
    municipalities: async (_input, { context }) => {
      const municipalities = (await context.store.municipalities()).map(({ code, name }) => ({ code, name }));
      return { municipalities, demo, ...(demo ? { demoAccounts: [...demoAccounts] } : {}) };
    },
    signIn: async (input, { cookie, giveCookie }) => {
      const signedIn = await signIn.signIn(input, cookie);
      giveCookie(signedIn.cookie);
      return { mustChangePassword: signedIn.mustChangePassword };
    },
    signOut: async (_input, { cookie, giveCookie }) => {
      await sessions.end(cookie);
      giveCookie(undefined);
      return { signedOut: true };
    },
    me: (_input, call) => readMe(call.context, sessionOf(call)),
    changePassword: async (input, call) => {
      call.giveCookie(await signIn.changePassword(sessionOf(call), input));
      return { changed: true };
    },
  } satisfies Partial<Handlers>;
}

function sessionOf({ session }: Call): Session {
  return (
    session ??
    refuse('session.required', { status: 401, title: 'ログインしていません', detail: 'ログインしてください。' })
  );
}

const staffHandlers = {
  today: by(today),
  staffMonth: by(staffMonth),
  staffStanding: by(staffStanding),
  why: by(why),
  history: by(history),
  previewOvertime: by(previewOvertime),
  requestOvertime: by(requestOvertime),
  myOvertime: by(myOvertime),
  withdrawOvertime: by(withdrawOvertime),
  reportCorrection: by(reportCorrection),
} satisfies Partial<Handlers>;

const managerHandlers = {
  sectionToday: by(sectionToday),
  sectionMonth: by(sectionMonth),
  orderOvertime: by(orderOvertime),
  orderMany: by(orderMany),
  startOrder: by(startOrder),
  returnOvertime: by(returnOvertime),
  rejectOvertime: by(rejectOvertime),
  revokeOvertime: by(revokeOvertime),
  decideCorrection: by(decideCorrection),
} satisfies Partial<Handlers>;

function formHandlers({ mill, prints }: Services) {
  return {
    formsView: by(formsView),
    formView: by(formView),
    saveForm: by(saveForm),
    submitForm: by(submitForm),
    stampForm: by(stampForm),
    returnForm: by(returnForm),
    reopenForm: by(reopenForm),
    formPaper: (input, { context, actor }) => formPaper(context, mill, actor, input),
    formWorkbook: (input, { context, actor }) => formWorkbook(context, actor, input),
    orderBookPaper: (input, { context, actor }) => orderBookPaper(context, mill, actor, input),
    orderGuidePaper: (_input, { context, actor }) => orderGuidePaper(context, mill, actor),
    planPaper: (input, { context, actor }) => planPaper(context, mill, actor, input),
    sectionSheetPaper: (input, { context, actor }) => sectionSheetPaper(context, mill, actor, input),
    progressPaper: (input, { context, actor }) => progressPaper(context, mill, actor, input),
    workReviewsPaper: (input, { context, actor }) => workReviewsPaper(context, mill, actor, input),
    digitalEffectsPaper: (input, { context, actor }) => digitalEffectsPaper(context, mill, actor, input),
    startPrint: by(prints.startPrint),
    readPrint: by(prints.readPrint),
    printFile: by(prints.printFile),
  } satisfies Partial<Handlers>;
}
const breachHandlers = {
  breachesView: by(breachesView),
  breachView: by(breachView),
  draftBreach: by(draftBreach),
  completeBreach: by(completeBreach),
  returnBreach: by(returnBreach),
  breachAnalysis: by(breachAnalysis),
  breachFile: by(breachFile),
  reviewsView: by(reviewsView),
  reviewView: by(reviewView),
  writeReview: by(writeReview),
  reductionsView: by(reductionsView),
  reductionForm: by(reductionForm),
  reductionView: by(reductionView),
  registerReduction: by(registerReduction),
  changeReduction: by(changeReduction),
  moveReduction: by(moveReduction),
} satisfies Partial<Handlers>;

const planHandlers = {
  planView: by(planView),
  savePlan: by(savePlan),
  agreePlan: by(agreePlan),
  receivePlan: by(receivePlan),
  returnPlan: by(returnPlan),
  plansOfMonth: by(plansOfMonth),
  plansForUnion: by(plansForUnion),
  writeReportMeasures: by(writeReportMeasures),
  settleReportMeasure: by(settleReportMeasure),
  dailyClose: by(dailyClose),
  closeShares: by(closeShares),
} satisfies Partial<Handlers>;

const supportHandlers = {
  supportView: by(supportView),
  requestSupport: by(requestSupport),
  closeSupport: by(closeSupport),
  registerSupporter: by(registerSupporter),
  consentSupporter: by(consentSupporter),
  endSupporter: by(endSupporter),
  matchSupport: by(matchSupport),
  acceptSupport: by(acceptSupport),
  declineSupport: by(declineSupport),
  enterSupportHours: by(enterSupportHours),
  confirmSupportHours: by(confirmSupportHours),
  supportSums: by(supportSums),
} satisfies Partial<Handlers>;

function closingHandlers(mailing: Mailing) {
  return {
    closingView: by(closingView),
    sectionClosing: by(sectionClosing),
    closeSection: by(closeSection),
    reopenSection: by(reopenSection),
    askReopening: by(askReopening),
    closeMunicipality: by(closeMunicipality),
    remindClosing: (input, { context, actor }) => remindClosing(context, mailing, actor, input),
  } satisfies Partial<Handlers>;
}

const standingInHandlers = {
  settleMany: by(settleMany),
  mandatesView: by(mandatesView),
  mandateCandidates: by(mandateCandidates),
  giveMandate: by(giveMandate),
  endMandate: by(endMandate),
  recordAbsence: by(recordAbsence),
  endAbsence: by(endAbsence),
  openApprovals: by(openApprovals),
  seeAfterwards: by(seeAfterwards),
  peopleOnBehalf: by(peopleOnBehalf),
  requestOnBehalf: by(requestOnBehalf),
  withdrawOnBehalf: by(withdrawOnBehalf),
  revokeOnBehalf: by(revokeOnBehalf),
  objectTo: by(objectTo),
  answerObjection: by(answerObjection),
} satisfies Partial<Handlers>;
