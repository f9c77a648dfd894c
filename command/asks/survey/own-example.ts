/** A small city and its fiscal year 2026, as `--example` prints it. */

const months = [
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
  '2026-11',
  '2026-12',
  '2027-01',
  '2027-02',
  '2027-03',
];

const heads = (bureau: string, count: number, managerial = false) =>
  months.map((month) => ({ month, bureau, managerial, heads: count }));

const counts = (enrolled: number, taken: number, highStress: number, requested: number, interviewed: number) => ({
  enrolled,
  eligible: enrolled - 2,
  taken,
  highStress,
  requested,
  interviewed,
});

export const ownExample = {
  fiscalYear: 2026,
  name: '美汐市',
  rules: { absenceMinimum: 'days30' },
  bureaus: [
    { id: 'mayor', name: '市長部局', kind: 'mayor' },
    { id: 'education', name: '教育委員会', kind: 'education' },
    { id: 'fire', name: '消防本部', kind: 'fire' },
    { id: 'water', name: '上下水道局', kind: 'enterprise' },
  ],
  overtime: {
    headcounts: [
      ...heads('mayor', 180),
      ...heads('mayor', 24, true),
      ...heads('education', 40),
      ...heads('fire', 60),
      ...heads('water', 20),
    ],
    people: [
      {
        id: '100001',
        employedFrom: '2018-04',
        months: [
          { month: '2026-03', bureau: 'mayor', department: 'externallyDriven', overtime: '92:30' },
          {
            month: '2026-04',
            bureau: 'mayor',
            department: 'externallyDriven',
            overtime: '104:15',
            exceptional: '20:00',
          },
          { month: '2026-05', bureau: 'mayor', department: 'externallyDriven', overtime: '61:00' },
        ],
      },
      {
        id: '100002',
        months: [
          { month: '2026-06', bureau: 'mayor', department: 'selfDirected', overtime: '45:00' },
          { month: '2026-07', bureau: 'mayor', department: 'selfDirected', overtime: '45:01' },
        ],
      },
      {
        id: '100003',
        months: [{ month: '2026-12', bureau: 'fire', department: 'selfDirected', overtime: '58:40' }],
      },
      {
        id: '100004',
        regime: 'article36',
        months: [{ month: '2027-02', bureau: 'water', overtime: '46:10', legalHolidayWork: '8:00' }],
      },
    ],
  },
  guidance: [
    { staff: '100001', month: '2026-04', bureau: 'mayor', outcome: 'held' },
    { staff: '100001', month: '2026-05', bureau: 'mayor', outcome: 'foundUnneeded' },
    { staff: '100009', month: '2026-10', bureau: 'education', outcome: 'declined' },
    { staff: '100010', month: '2026-10', bureau: 'fire' },
  ],
  arrangements: [
    { bureau: 'mayor', state: 'arranged' },
    { bureau: 'education', state: 'arranged' },
    { bureau: 'fire', state: 'withinYear' },
    { bureau: 'water', state: 'undecided' },
  ],
  absences: [
    { staff: '100021', bureau: 'mayor', from: '2026-02-10', through: '2026-06-30' },
    { staff: '100022', bureau: 'education', from: '2026-09-01', through: '2026-09-30' },
    { staff: '100023', bureau: 'fire', from: '2026-09-01', through: '2026-09-29' },
  ],
  stressCheck: [
    { bureau: 'mayor', ...counts(204, 190, 19, 3, 2), workplaces: 3, heldAt: 3, analysedAt: 3, usedAt: 2 },
    { bureau: 'education', ...counts(44, 40, 5, 1, 1), workplaces: 2, heldAt: 2, analysedAt: 1, usedAt: 1 },
    { bureau: 'fire', ...counts(62, 55, 4, 0, 0), workplaces: 2, heldAt: 2, analysedAt: 0, usedAt: 0 },
    { bureau: 'water', ...counts(22, 20, 1, 0, 0), workplaces: 1, heldAt: 1, analysedAt: 1, usedAt: 0 },
  ],
  systems: {
    answers: {
      overtimeCaps: true,
      exceptionalCaps: true,
      designation: true,
      designationAnnounced: true,
      causeReviewRule: true,
      causeReviewDone: true,
      causeRecordMade: true,
      causeRecordUsed: false,
      mentalHealthPlan: true,
      harassmentMeasures: true,
    },
    recording: ['icCard', 'pcLog', 'selfReport'],
    departments: { all: 42, externallyDriven: 5 },
  },
  annualLeave: [
    { staff: '100001', bureau: 'mayor', taken: { days: 4, hours: '7:00' } },
    { staff: '100002', bureau: 'mayor', taken: { days: 14, hours: '3:45' } },
    { staff: '100003', bureau: 'fire', taken: { days: 10 } },
  ],
  childcare: {
    uses: [
      {
        staff: '100031',
        sex: 'male',
        system: 'childcareLeave',
        course: 'new',
        from: '2026-07-01',
        through: '2026-07-31',
      },
      {
        staff: '100032',
        sex: 'female',
        system: 'childcareLeave',
        course: 'new',
        from: '2026-08-20',
        through: '2027-08-19',
      },
      { staff: '100033', sex: 'female', system: 'partialChildcareLeave', course: 'new', form: 2 },
    ],
    newlyEligible: { male: { eligible: 4, taken: 1 }, female: { eligible: 1, taken: 1 } },
  },
  fathers: [
    { staff: '100031', delivery: { days: 2 }, participation: { days: 3 } },
    { staff: '100034', delivery: { days: 2 }, participation: { days: 0 } },
  ],
  users: [
    { system: 'flextime', inPlace: false, male: 0, female: 0 },
    { system: 'staggeredHours', inPlace: true, male: 31, female: 42 },
    { system: 'telework', inPlace: true, male: 18, female: 21 },
    { system: 'caregiverLeave', inPlace: true, male: 1, female: 2 },
  ],
  before: [
    { fiscalYear: 2024, average: { hours: '480:00', heads: 2364 } },
    {
      fiscalYear: 2025,
      average: { hours: '520:30', heads: 2388 },
      longHours: { heads: 2388, between: 5, above: 1 },
      interviews: { due: 9, held: 3 },
      absences: { enrolled: 330, absent: 4 },
    },
  ],
};
