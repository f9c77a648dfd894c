import type * as administration from '@tokimori/contract/administration';
import type * as agreements from '@tokimori/contract/agreements';
import type * as breaches from '@tokimori/contract/breaches';
import type * as closing from '@tokimori/contract/closing';
import type * as corrections from '@tokimori/contract/corrections';
import type * as dailyCloses from '@tokimori/contract/daily-close';
import type * as declarations from '@tokimori/contract/declarations';
import type * as designations from '@tokimori/contract/designations';
import type * as differences from '@tokimori/contract/differences';
import type * as dueLists from '@tokimori/contract/due-lists';
import type * as formSettingRoutes from '@tokimori/contract/form-settings';
import type * as forms from '@tokimori/contract/forms';
import type * as hr from '@tokimori/contract/hr';
import type * as imports from '@tokimori/contract/imports';
import type * as manager from '@tokimori/contract/manager';
import type * as measureFields from '@tokimori/contract/measure-fields';
import type * as measures from '@tokimori/contract/measures';
import type * as notices from '@tokimori/contract/notices';
import type * as papers from '@tokimori/contract/papers';
import type * as pay from '@tokimori/contract/pay';
import type * as plans from '@tokimori/contract/plans';
import type * as punches from '@tokimori/contract/punches';
import type * as reductions from '@tokimori/contract/reductions';
import type * as entries from '@tokimori/contract/registers/entries';
import type * as progress from '@tokimori/contract/registers/progress';
import type * as sheets from '@tokimori/contract/registers/sheets';
import type * as reports from '@tokimori/contract/reports';
import type * as results from '@tokimori/contract/results';
import type { RouteShape } from '@tokimori/contract/route';
import type * as session from '@tokimori/contract/session';
import type * as staff from '@tokimori/contract/staff';
import type * as standingIn from '@tokimori/contract/standing-in';
import type * as support from '@tokimori/contract/support';
import type { Ref } from './call.ts';

/**
 * Names a route of the contract. Method and path are checked against it by the compiler (and by the test beside);
 * only the types are imported, so that no schema is sent to the browser.
 */
const refer = <R extends RouteShape>(method: R['method'], path: R['path']): Ref<R> => ({ method, path });

// session
export const municipalities = refer<typeof session.municipalities>('get', '/municipalities');
export const signIn = refer<typeof session.signIn>('post', '/session');
export const signOut = refer<typeof session.signOut>('delete', '/session');
export const me = refer<typeof session.me>('get', '/me');
export const changePassword = refer<typeof session.changePassword>('post', '/me/password');

// 職員
export const punchMyself = refer<typeof punches.punchMyself>('post', '/my/punches');
export const today = refer<typeof staff.today>('get', '/my/today');
export const staffMonth = refer<typeof staff.staffMonth>('get', '/staff/:staff/months/:month');
export const why = refer<typeof staff.why>('get', '/staff/:staff/months/:month/why');
export const history = refer<typeof staff.history>('get', '/staff/:staff/history');
export const previewOvertime = refer<typeof staff.previewOvertime>('post', '/my/overtime/preview');
export const requestOvertime = refer<typeof staff.requestOvertime>('post', '/my/overtime');
export const myOvertime = refer<typeof staff.myOvertime>('get', '/my/overtime');
export const withdrawOvertime = refer<typeof staff.withdrawOvertime>('post', '/my/overtime/:id/withdraw');
export const reportCorrection = refer<typeof staff.reportCorrection>('post', '/my/corrections');

// 所属長
export const sectionToday = refer<typeof manager.sectionToday>('get', '/sections/:department/today');
export const sectionMonth = refer<typeof manager.sectionMonth>('get', '/sections/:department/months/:month');
export const orderOvertime = refer<typeof manager.orderOvertime>('post', '/overtime/:id/order');
export const orderMany = refer<typeof manager.orderMany>('post', '/overtime/order');
export const startOrder = refer<typeof manager.startOrder>('post', '/sections/:department/overtime');
export const returnOvertime = refer<typeof manager.returnOvertime>('post', '/overtime/:id/return');
export const rejectOvertime = refer<typeof manager.rejectOvertime>('post', '/overtime/:id/reject');
export const revokeOvertime = refer<typeof manager.revokeOvertime>('post', '/overtime/:id/revoke');
export const correctOvertime = refer<typeof results.correctOvertime>('post', '/overtime/:id/correct');
export const confirmedResults = refer<typeof results.confirmedResults>(
  'get',
  '/sections/:department/months/:month/confirmed',
);
export const confirmOvertime = refer<typeof manager.confirmOvertime>('post', '/overtime/:id/confirm');
export const confirmMany = refer<typeof manager.confirmMany>('post', '/overtime/confirm');
export const settleMany = refer<typeof standingIn.settleMany>('post', '/overtime/settle');
export const decideCorrection = refer<typeof corrections.decideCorrection>('post', '/corrections/:id/decide');
export const staffStanding = refer<typeof manager.staffStanding>('get', '/staff/:staff/standing');

// お知らせ
export const waitingNotices = refer<typeof notices.waitingNotices>('get', '/my/waiting');
export const noticeSettings = refer<typeof notices.noticeSettings>('get', '/my/notice-settings');
export const sayNoticeAddress = refer<typeof notices.sayNoticeAddress>('put', '/my/notice-address');
export const urgentThings = refer<typeof notices.urgentThings>('get', '/my/urgent');
export const chooseNotices = refer<typeof notices.chooseNotices>('put', '/my/notice-settings');

// 代決・専決・代理
export const mandatesView = refer<typeof standingIn.mandatesView>('get', '/mandates');
export const mandateCandidates = refer<typeof standingIn.mandateCandidates>('get', '/mandates/candidates');
export const giveMandate = refer<typeof standingIn.giveMandate>('post', '/mandates');
export const endMandate = refer<typeof standingIn.endMandate>('post', '/mandates/:id/end');
export const recordAbsence = refer<typeof standingIn.recordAbsence>('post', '/absences');
export const endAbsence = refer<typeof standingIn.endAbsence>('post', '/absences/:id/end');
export const openApprovals = refer<typeof standingIn.openApprovals>('get', '/approvals');
export const seeAfterwards = refer<typeof standingIn.seeAfterwards>('post', '/after-reviews/seen');
export const peopleOnBehalf = refer<typeof standingIn.peopleOnBehalf>('get', '/on-behalf/people');
export const requestOnBehalf = refer<typeof standingIn.requestOnBehalf>('post', '/on-behalf/overtime');
export const withdrawOnBehalf = refer<typeof standingIn.withdrawOnBehalf>('post', '/on-behalf/overtime/:id/withdraw');
export const revokeOnBehalf = refer<typeof standingIn.revokeOnBehalf>('post', '/on-behalf/overtime/:id/revoke');
export const objectTo = refer<typeof standingIn.objectTo>('post', '/my/overtime/:id/objection');
export const answerObjection = refer<typeof standingIn.answerObjection>('post', '/objections/:id/answer');

// 人事課
export const cityMonth = refer<typeof hr.cityMonth>('get', '/city/months/:month');
export const cityLimits = refer<typeof hr.cityLimits>('get', '/city/months/:month/limits');
export const monthList = refer<typeof hr.monthList>('get', '/city/months/:month/staff');
export const departmentsView = refer<typeof hr.departmentsView>('get', '/departments');
export const designate = refer<typeof hr.designate>('post', '/designations');
export const endDesignation = refer<typeof hr.endDesignation>('post', '/designations/:department/end');
export const measuresView = refer<typeof measures.measuresView>('get', '/measures');
export const measuresFile = refer<typeof measures.measuresFile>('post', '/measures/file');
export const checkMeasures = refer<typeof measures.checkMeasures>('post', '/measures/check');
export const changeMeasures = refer<typeof measureFields.changeMeasures>('post', '/measures/change');
export const measureWords = refer<typeof measureFields.measureWords>('get', '/measures/words');
export const trialFile = refer<typeof measures.trialFile>('post', '/measures/trial/file');
export const tryMeasures = refer<typeof measures.tryMeasures>('post', '/measures/trial');
export const decideMeasures = refer<typeof measures.decideMeasures>('post', '/measures');
export const duesView = refer<typeof measures.duesView>('get', '/dues');
export const settleDue = refer<typeof measures.settleDue>('post', '/dues/:id/settle');
export const dueList = refer<typeof dueLists.dueList>('get', '/dues/:id/list');
export const dueListFile = refer<typeof dueLists.dueListFile>('get', '/dues/:id/list/file');
export const breachesView = refer<typeof breaches.breachesView>('get', '/breaches');
export const breachView = refer<typeof breaches.breachView>('get', '/breaches/:id');
export const draftBreach = refer<typeof breaches.draftBreach>('post', '/breaches/:id/draft');
export const completeBreach = refer<typeof breaches.completeBreach>('post', '/breaches/:id/complete');
export const returnBreach = refer<typeof breaches.returnBreach>('post', '/breaches/:id/return');
export const breachAnalysis = refer<typeof breaches.breachAnalysis>('get', '/breach-analysis');
export const breachFile = refer<typeof breaches.breachFile>('get', '/breach-analysis/file');
export const reviewsView = refer<typeof breaches.reviewsView>('get', '/breach-reviews');
export const reviewView = refer<typeof breaches.reviewView>('get', '/breach-reviews/document');
export const writeReview = refer<typeof breaches.writeReview>('post', '/breach-reviews');
export const reductionsView = refer<typeof reductions.reductionsView>('get', '/reductions');
export const reductionForm = refer<typeof reductions.reductionForm>('get', '/reductions/form');
export const reductionView = refer<typeof reductions.reductionView>('get', '/reductions/:id');
export const registerReduction = refer<typeof reductions.registerReduction>('post', '/reductions');
export const changeReduction = refer<typeof reductions.changeReduction>('post', '/reductions/:id');
export const moveReduction = refer<typeof reductions.moveReduction>('post', '/reductions/:id/move');
export const findStaff = refer<typeof hr.findStaff>('get', '/staff');
export const checkImport = refer<typeof imports.checkImport>('post', '/imports');
export const runImport = refer<typeof imports.runImport>('post', '/imports/:id/run');
export const stopImport = refer<typeof imports.stopImport>('post', '/imports/:id/stop');
export const readImport = refer<typeof imports.readImport>('get', '/imports/:id');
export const listImports = refer<typeof imports.listImports>('get', '/imports');
export const importErrors = refer<typeof imports.importErrors>('get', '/imports/:id/errors');
export const listReports = refer<typeof reports.listReports>('get', '/reports');
export const report = refer<typeof reports.report>('get', '/reports/:name');
export const sagaOne = refer<typeof reports.sagaOne>('get', '/reports/saga-1/page');
export const sagaTwo = refer<typeof reports.sagaTwo>('get', '/reports/saga-2/page');
export const sagaFromFiles = refer<typeof reports.sagaFromFiles>('post', '/reports/saga/files');
export const listDevices = refer<typeof administration.listDevices>('get', '/devices');
export const addDevice = refer<typeof administration.addDevice>('post', '/devices');
export const revokeDevice = refer<typeof administration.revokeDevice>('post', '/devices/:device/revoke');
export const settings = refer<typeof administration.settings>('get', '/settings');
export const journal = refer<typeof administration.journal>('get', '/journal');

// 様式
export const formsView = refer<typeof forms.formsView>('get', '/forms');
export const formView = refer<typeof forms.formView>('get', '/forms/:form/:month/:subject');
export const saveForm = refer<typeof forms.saveForm>('put', '/forms/:form/:month/:subject');
export const submitForm = refer<typeof forms.submitForm>('post', '/forms/:form/:month/:subject/submit');
export const stampForm = refer<typeof forms.stampForm>('post', '/forms/:form/:month/:subject/stamp');
export const reopenForm = refer<typeof forms.reopenForm>('post', '/forms/:form/:month/:subject/reopen');
export const formSettings = refer<typeof formSettingRoutes.formSettings>('get', '/form-settings');
export const chooseForms = refer<typeof formSettingRoutes.chooseForms>('put', '/form-settings/forms');
export const giveFormOffice = refer<typeof formSettingRoutes.giveFormOffice>('post', '/form-settings/offices');
export const endFormOffice = refer<typeof formSettingRoutes.endFormOffice>('post', '/form-settings/offices/:id/end');
export const returnForm = refer<typeof forms.returnForm>('post', '/forms/:form/:month/:subject/return');
export const formWorkbook = refer<typeof forms.formWorkbook>('get', '/forms/:form/:month/:subject/workbook');
export const formPaper = refer<typeof forms.formPaper>('get', '/forms/:form/:month/:subject/paper');
export const planPaper = refer<typeof papers.planPaper>('get', '/sections/:department/plans/:month/paper');
export const sectionSheetPaper = refer<typeof papers.sectionSheetPaper>('get', '/registers/section-sheet/:month/paper');
export const progressPaper = refer<typeof papers.progressPaper>('get', '/registers/progress/:month/paper');
export const workReviewsPaper = refer<typeof papers.workReviewsPaper>('get', '/papers/reviews');
export const digitalEffectsPaper = refer<typeof papers.digitalEffectsPaper>('get', '/papers/effects');
export const startPrint = refer<typeof forms.startPrint>('post', '/prints');
export const readPrint = refer<typeof forms.readPrint>('get', '/prints/:id');
export const printFile = refer<typeof forms.printFile>('get', '/prints/:id/file');
export const orderBookPaper = refer<typeof forms.orderBookPaper>('get', '/papers/order-book');
export const orderGuidePaper = refer<typeof forms.orderGuidePaper>('get', '/papers/order-guide');
// 計画・終礼・応援
export const planView = refer<typeof plans.planView>('get', '/sections/:department/plans/:month');
export const savePlan = refer<typeof plans.savePlan>('post', '/sections/:department/plans/:month');
export const agreePlan = refer<typeof plans.agreePlan>('post', '/sections/:department/plans/:month/agree');
export const receivePlan = refer<typeof plans.receivePlan>('post', '/sections/:department/plans/:month/receive');
export const returnPlan = refer<typeof plans.returnPlan>('post', '/sections/:department/plans/:month/return');
export const plansOfMonth = refer<typeof plans.plansOfMonth>('get', '/plans/:month');
export const plansForUnion = refer<typeof plans.plansForUnion>('get', '/union/plans');
export const writeReportMeasures = refer<typeof plans.writeReportMeasures>(
  'post',
  '/sections/:department/report-measures/:month',
);
export const settleReportMeasure = refer<typeof plans.settleReportMeasure>(
  'post',
  '/sections/:department/report-measures/:month/outcome',
);
export const dailyClose = refer<typeof dailyCloses.dailyClose>('get', '/sections/:department/close');
export const closeShares = refer<typeof dailyCloses.closeShares>('get', '/close-shares/:month');
export const supportView = refer<typeof support.supportView>('get', '/support');
export const requestSupport = refer<typeof support.requestSupport>('post', '/support');
export const closeSupport = refer<typeof support.closeSupport>('post', '/support/:id/close');
export const registerSupporter = refer<typeof support.registerSupporter>('post', '/supporters');
export const consentSupporter = refer<typeof support.consentSupporter>('post', '/supporters/:id/consent');
export const endSupporter = refer<typeof support.endSupporter>('post', '/supporters/:id/end');
export const matchSupport = refer<typeof support.matchSupport>('post', '/support/:id/matches');
export const acceptSupport = refer<typeof support.acceptSupport>('post', '/support/:id/matches/:match/accept');
export const declineSupport = refer<typeof support.declineSupport>('post', '/support/:id/matches/:match/decline');
export const enterSupportHours = refer<typeof support.enterSupportHours>('post', '/support/:id/matches/:match/hours');
export const confirmSupportHours = refer<typeof support.confirmSupportHours>(
  'post',
  '/support/:id/matches/:match/confirm',
);
export const supportSums = refer<typeof support.supportSums>('get', '/support/sums/:year');
// 進捗と効果
export const registersOverview = refer<typeof sheets.registersOverview>('get', '/registers');
export const progressView = refer<typeof progress.progressView>('get', '/registers/progress/:month');
export const progressTrend = refer<typeof progress.progressTrend>('get', '/registers/progress/:month/trend');
export const sectionSheetView = refer<typeof sheets.sectionSheetView>('get', '/registers/section-sheet/:month');
export const sectionSheetFile = refer<typeof sheets.sectionSheetFile>('get', '/registers/section-sheet/:month/file');
export const bureausMonthlyView = refer<typeof sheets.bureausMonthlyView>('get', '/registers/bureaus/:month');
export const workReviews = refer<typeof entries.workReviews>('get', '/registers/reviews');
export const workReviewEntry = refer<typeof entries.workReviewEntry>('get', '/registers/reviews/:id');
export const keepWorkReview = refer<typeof entries.keepWorkReview>('post', '/registers/reviews/:id');
export const digitalEffects = refer<typeof entries.digitalEffects>('get', '/registers/effects');
export const digitalEffectEntry = refer<typeof entries.digitalEffectEntry>('get', '/registers/effects/:id');
export const keepDigitalEffect = refer<typeof entries.keepDigitalEffect>('post', '/registers/effects/:id');
// 36協定、指定の周知、特例業務の事前届出
export const agreementsView = refer<typeof agreements.agreementsView>('get', '/agreements');
export const agreementView = refer<typeof agreements.agreementView>('get', '/agreements/:id');
export const checkAgreement = refer<typeof agreements.checkAgreement>('post', '/agreements/check');
export const saveAgreement = refer<typeof agreements.saveAgreement>('post', '/agreements/:id');
export const endAgreement = refer<typeof agreements.endAgreement>('post', '/agreements/:id/end');
export const setCategory = refer<typeof agreements.setCategory>('post', '/staff/:staff/category');
export const recordDisaster = refer<typeof agreements.recordDisaster>('post', '/disaster-needs/:id');
export const myNotices = refer<typeof designations.myNotices>('get', '/my/notices');
export const acknowledgeDesignation = refer<typeof designations.acknowledgeDesignation>(
  'post',
  '/my/notices/acknowledge',
);
export const designationNotices = refer<typeof designations.designationNotices>(
  'get',
  '/designations/:department/notices',
);
export const checkDesignation = refer<typeof designations.checkDesignation>('post', '/designations/check');
export const tasksView = refer<typeof designations.tasksView>('get', '/designations/tasks');
export const designateTask = refer<typeof designations.designateTask>('post', '/designations/tasks/:id');
export const endTask = refer<typeof designations.endTask>('post', '/designations/tasks/:id/end');
export const checkPriorNotice = refer<typeof designations.checkPriorNotice>(
  'post',
  '/sections/:department/prior-notices/check',
);
export const filePriorNotice = refer<typeof designations.filePriorNotice>(
  'post',
  '/sections/:department/prior-notices/:id',
);
export const withdrawPriorNotice = refer<typeof designations.withdrawPriorNotice>(
  'post',
  '/prior-notices/:id/withdraw',
);
export const sectionExceptional = refer<typeof designations.sectionExceptional>(
  'get',
  '/sections/:department/exceptional/:month',
);
export const cityExceptional = refer<typeof designations.cityExceptional>('get', '/city/months/:month/exceptional');
export const noticeOfRequest = refer<typeof designations.noticeOfRequest>('get', '/overtime/:id/prior-notice');
// 月の締め・給与連携
export const closingView = refer<typeof closing.closingView>('get', '/closing/months/:month');
export const sectionClosing = refer<typeof closing.sectionClosing>('get', '/sections/:department/closing/:month');
export const closeSection = refer<typeof closing.closeSection>('post', '/sections/:department/closing/:month/close');
export const reopenSection = refer<typeof closing.reopenSection>('post', '/sections/:department/closing/:month/reopen');
export const askReopening = refer<typeof closing.askReopening>(
  'post',
  '/sections/:department/closing/:month/ask-reopening',
);
export const remindClosing = refer<typeof closing.remindClosing>('post', '/closing/months/:month/remind');
export const closeMunicipality = refer<typeof closing.closeMunicipality>('post', '/closing/months/:month/close');
export const payExports = refer<typeof pay.payExports>('get', '/pay-hours/:month');
export const exportPayHours = refer<typeof pay.exportPayHours>('post', '/pay-hours/:month/exports');
export const payFile = refer<typeof pay.payFile>('get', '/pay-hours/exports/:id/file');
export const payLayout = refer<typeof pay.payLayout>('get', '/pay-layout');
export const checkPayLayout = refer<typeof pay.checkPayLayout>('post', '/pay-layout/check');
export const decidePayLayout = refer<typeof pay.decidePayLayout>('post', '/pay-layout');
// 差異と申告の点検
export const dayDifference = refer<typeof differences.dayDifference>('get', '/staff/:staff/differences/:date');
export const investigateDifference = refer<typeof differences.investigateDifference>(
  'post',
  '/staff/:staff/differences/:date/investigate',
);
export const differencesMonth = refer<typeof differences.differencesMonth>('get', '/differences/months/:month');
export const differencesFile = refer<typeof differences.differencesFile>('get', '/differences/months/:month/file');
export const declarationsView = refer<typeof declarations.declarationsView>('get', '/declarations');
export const registerSurvey = refer<typeof declarations.registerSurvey>('post', '/declarations/surveys');
export const registerExplanation = refer<typeof declarations.registerExplanation>('post', '/declarations/explanations');
export const explanationPeople = refer<typeof declarations.explanationPeople>(
  'get',
  '/declarations/explanations/people',
);
