import type { Imports } from '../exchange/import-run.ts';
import { listReports, report, sagaFromFiles, sagaOne, sagaTwo } from '../exchange/reports.ts';
import type { Mailing } from '../notices/write-mails.ts';
import { addDevice, journal, listDevices, revokeDevice, settings } from '../use-cases/administration.ts';
import { agreementsView, agreementView, checkAgreement } from '../use-cases/agreements/agreements.ts';
import { setCategory } from '../use-cases/agreements/categories.ts';
import { recordDisaster } from '../use-cases/agreements/disasters.ts';
import { endAgreement, saveAgreement } from '../use-cases/agreements/save.ts';
import { cityLimits, cityMonth } from '../use-cases/city.ts';
import { declarationsView } from '../use-cases/declarations/declarations.ts';
import { explanationPeople, registerExplanation } from '../use-cases/declarations/explanations.ts';
import { registerSurvey } from '../use-cases/declarations/surveys.ts';
import { departmentsView, designate, endDesignation } from '../use-cases/departments.ts';
import { cityExceptional, noticeOfRequest, sectionExceptional } from '../use-cases/designations/exceptional.ts';
import {
  acknowledgeDesignation,
  checkDesignation,
  designationNotices,
  myNotices,
} from '../use-cases/designations/notices.ts';
import { checkPriorNotice, filePriorNotice, withdrawPriorNotice } from '../use-cases/designations/prior-notices.ts';
import { designateTask, endTask, tasksView } from '../use-cases/designations/tasks.ts';
import { dayDifference, investigateDifference } from '../use-cases/differences/day.ts';
import { differencesFile, differencesMonth } from '../use-cases/differences/month.ts';
import { endFormOffice, giveFormOffice } from '../use-cases/forms/settings/offices.ts';
import { chooseForms, formSettings } from '../use-cases/forms/settings/settings.ts';
import { changeMeasures, measureWords } from '../use-cases/measures/change.ts';
import { dueList, dueListFile } from '../use-cases/measures/due-list.ts';
import { duesView } from '../use-cases/measures/dues.ts';
import { checkMeasures, decideMeasures, measuresFile, measuresView } from '../use-cases/measures/measures.ts';
import { settleDue } from '../use-cases/measures/settle-due.ts';
import { trialFile, tryMeasures } from '../use-cases/measures/trial.ts';
import { sayNoticeAddress } from '../use-cases/notices/address.ts';
import { chooseNotices, noticeSettings } from '../use-cases/notices/settings.ts';
import { urgentThings } from '../use-cases/notices/urgent.ts';
import { waitingNotices } from '../use-cases/notices/waiting.ts';
import { confirmMany, confirmOvertime, correctOvertime } from '../use-cases/overtime-confirmation.ts';
import { exportPayHours, payExports, payFile } from '../use-cases/pay/pay-exports.ts';
import { checkPayLayout, decidePayLayout, payLayout } from '../use-cases/pay/pay-layout.ts';
import { findStaff, monthList } from '../use-cases/people.ts';
import { bureausMonthlyView } from '../use-cases/registers/bureaus-monthly.ts';
import { digitalEffectEntry, digitalEffects, keepDigitalEffect } from '../use-cases/registers/digital-effects.ts';
import { registersOverview } from '../use-cases/registers/overview.ts';
import { progressView } from '../use-cases/registers/progress.ts';
import { progressTrend } from '../use-cases/registers/progress-trend.ts';
import { sectionSheetFile, sectionSheetView } from '../use-cases/registers/section-sheet.ts';
import { keepWorkReview, workReviewEntry, workReviews } from '../use-cases/registers/work-reviews.ts';
import { confirmedResults } from '../use-cases/section-confirmed.ts';
import { by } from './by.ts';
import type { Handlers } from './call.ts';

export const cityHandlers = {
  cityMonth: by(cityMonth),
  cityLimits: by(cityLimits),
  monthList: by(monthList),
  findStaff: by(findStaff),
  departmentsView: by(departmentsView),
  designate: by(designate),
  endDesignation: by(endDesignation),
} satisfies Partial<Handlers>;

/** Measures against long overtime, what they bring due, and the settings of their forms. */
export const measureHandlers = {
  measuresView: by(measuresView),
  measuresFile: by(measuresFile),
  checkMeasures: by(checkMeasures),
  changeMeasures: by(changeMeasures),
  measureWords: by(measureWords),
  tryMeasures: by(tryMeasures),
  trialFile: by(trialFile),
  decideMeasures: by(decideMeasures),
  duesView: by(duesView),
  settleDue: by(settleDue),
  dueList: by(dueList),
  dueListFile: by(dueListFile),
  formSettings: by(formSettings),
  chooseForms: by(chooseForms),
  giveFormOffice: by(giveFormOffice),
  endFormOffice: by(endFormOffice),
} satisfies Partial<Handlers>;

export const reportHandlers = {
  listReports: by(listReports),
  report: by(report),
  sagaOne: by(sagaOne),
  sagaTwo: by(sagaTwo),
  sagaFromFiles: by(sagaFromFiles),
} satisfies Partial<Handlers>;

export function importHandlers(imports: Imports) {
  return {
    checkImport: by(imports.checkImport),
    runImport: by(imports.runImport),
    stopImport: by(imports.stopImport),
    readImport: by(imports.readImport),
    listImports: by(imports.listImports),
    importErrors: by(imports.importErrors),
  } satisfies Partial<Handlers>;
}

/** お知らせ of the caller; whether mails are sent at all is told with them. */
export function noticeHandlers(mailing: Mailing) {
  return {
    waitingNotices: by(waitingNotices),
    noticeSettings: (_input, { context, actor }) => noticeSettings(context, mailing, actor),
    chooseNotices: by(chooseNotices),
    sayNoticeAddress: by(sayNoticeAddress),
    urgentThings: by(urgentThings),
  } satisfies Partial<Handlers>;
}

export const administrationHandlers = {
  listDevices: by(listDevices),
  addDevice: by(addDevice),
  revokeDevice: by(revokeDevice),
  settings: by(settings),
  journal: by(journal),
} satisfies Partial<Handlers>;

export const registerHandlers = {
  registersOverview: by(registersOverview),
  progressView: by(progressView),
  progressTrend: by(progressTrend),
  sectionSheetView: by(sectionSheetView),
  sectionSheetFile: by(sectionSheetFile),
  bureausMonthlyView: by(bureausMonthlyView),
  workReviews: by(workReviews),
  workReviewEntry: by(workReviewEntry),
  keepWorkReview: by(keepWorkReview),
  digitalEffects: by(digitalEffects),
  digitalEffectEntry: by(digitalEffectEntry),
  keepDigitalEffect: by(keepDigitalEffect),
} satisfies Partial<Handlers>;

export const agreementHandlers = {
  agreementsView: by(agreementsView),
  agreementView: by(agreementView),
  checkAgreement: by(checkAgreement),
  saveAgreement: by(saveAgreement),
  endAgreement: by(endAgreement),
  setCategory: by(setCategory),
  recordDisaster: by(recordDisaster),
  myNotices: by(myNotices),
  acknowledgeDesignation: by(acknowledgeDesignation),
  designationNotices: by(designationNotices),
  checkDesignation: by(checkDesignation),
  tasksView: by(tasksView),
  designateTask: by(designateTask),
  endTask: by(endTask),
  checkPriorNotice: by(checkPriorNotice),
  filePriorNotice: by(filePriorNotice),
  withdrawPriorNotice: by(withdrawPriorNotice),
  sectionExceptional: by(sectionExceptional),
  cityExceptional: by(cityExceptional),
  noticeOfRequest: by(noticeOfRequest),
} satisfies Partial<Handlers>;

export const payHandlers = {
  payExports: by(payExports),
  exportPayHours: by(exportPayHours),
  payFile: by(payFile),
  payLayout: by(payLayout),
  checkPayLayout: by(checkPayLayout),
  decidePayLayout: by(decidePayLayout),
} satisfies Partial<Handlers>;

export const differenceHandlers = {
  dayDifference: by(dayDifference),
  investigateDifference: by(investigateDifference),
  differencesMonth: by(differencesMonth),
  differencesFile: by(differencesFile),
  declarationsView: by(declarationsView),
  registerSurvey: by(registerSurvey),
  registerExplanation: by(registerExplanation),
  explanationPeople: by(explanationPeople),
} satisfies Partial<Handlers>;

/** 実績の確認 and 実績の訂正. */
export const resultHandlers = {
  confirmOvertime: by(confirmOvertime),
  confirmMany: by(confirmMany),
  correctOvertime: by(correctOvertime),
  confirmedResults: by(confirmedResults),
} satisfies Partial<Handlers>;
