/**
 * What 総務省 published of 令和2–4年度 (総行公第139号・総行安第59号 別添1 and its text): the counts of the groups, and averages
 * and shares where only they were published. Asked with it, `survey-national` prints the tables of that notice.
 */
export const nationalExample = {
  years: [
    {
      fiscalYear: 2020,
      averages: { all: '132.8', prefecture: '160.0', designatedCity: '141.8', municipality: '119.3' },
    },
    {
      fiscalYear: 2021,
      averages: { all: '148.2', prefecture: '173.6', designatedCity: '157.5', municipality: '135.4' },
      longHours: {
        prefecture: { heads: 3175453, between: 209842, above: 24055 },
        designatedCity: { heads: 1858848, between: 100784, above: 9554 },
        municipality: { heads: 7628951, between: 334835, above: 34521 },
      },
      arrangements: {
        prefecture: {
          bureaus: { publishedShares: { arranged: '99.5', withinYear: '0.0', undecided: '0.5' } },
          bodies: 47,
          without: 1,
        },
        designatedCity: {
          bureaus: { publishedShares: { arranged: '92.4', withinYear: '1.3', undecided: '6.3' } },
          bodies: 20,
          without: 5,
        },
        city: {
          bureaus: { publishedShares: { arranged: '75.8', withinYear: '13.1', undecided: '11.1' } },
          bodies: 795,
          without: 233,
        },
        town: {
          bureaus: { publishedShares: { arranged: '54.7', withinYear: '23.6', undecided: '21.7' } },
          bodies: 926,
          without: 451,
        },
        union: {
          bureaus: { publishedShares: { arranged: '25.7', withinYear: '12.3', undecided: '62.0' } },
          bodies: 1293,
          without: 979,
        },
        total: { publishedShares: { arranged: '67.4', withinYear: '17.2', undecided: '15.4' } },
      },
      interviews: {
        prefecture: { due: 132518, held: 42408 },
        designatedCity: { due: 59753, held: 12001 },
        city: { due: 94637, held: 32564 },
        town: { due: 5513, held: 1344 },
        union: { due: 1871, held: 366 },
      },
      absences: {
        prefecture: { enrolled: 1012642, absent: 11980 },
        designatedCity: { enrolled: 426165, absent: 6395 },
        city: { enrolled: 1437291, absent: 17578 },
        town: { enrolled: 240597, absent: 2514 },
        union: { enrolled: 119839, absent: 930 },
      },
    },
    {
      fiscalYear: 2022,
      averages: { all: '149.6', prefecture: '176.6', designatedCity: '156.4', municipality: '137.0' },
      longHours: {
        prefecture: { heads: 3100301, between: 204045, above: 17397 },
        designatedCity: { heads: 1914879, between: 100966, above: 4979 },
        municipality: { heads: 7678077, between: 334809, above: 22518 },
      },
      arrangements: {
        prefecture: {
          bureaus: { publishedShares: { arranged: '99.5', withinYear: '0.0', undecided: '0.5' } },
          bodies: 47,
          without: 1,
        },
        designatedCity: {
          bureaus: { publishedShares: { arranged: '94.9', withinYear: '1.3', undecided: '3.8' } },
          bodies: 20,
          without: 4,
        },
        city: {
          bureaus: { publishedShares: { arranged: '77.6', withinYear: '7.2', undecided: '15.2' } },
          bodies: 795,
          without: 211,
        },
        town: {
          bureaus: { publishedShares: { arranged: '56.4', withinYear: '11.7', undecided: '31.9' } },
          bodies: 926,
          without: 437,
        },
        union: {
          bureaus: { publishedShares: { arranged: '26.3', withinYear: '5.9', undecided: '67.7' } },
          bodies: 1289,
          without: 963,
        },
        total: { publishedShares: { arranged: '68.9', withinYear: '8.9', undecided: '22.1' } },
      },
      interviews: {
        prefecture: { due: 124670, held: 46237 },
        designatedCity: { due: 46307, held: 9886 },
        city: { due: 78450, held: 26171 },
        town: { due: 5488, held: 1205 },
        union: { due: 2322, held: 461 },
      },
      reasons: {
        prefecture: { foundUnneeded: 18746, declined: 24420, tooBusy: 12139 },
        designatedCity: { foundUnneeded: 14247, declined: 11499, tooBusy: 547 },
        city: { foundUnneeded: 7281, declined: 24875, tooBusy: 10167 },
        town: { foundUnneeded: 59, declined: 2985, tooBusy: 594 },
        union: { foundUnneeded: 14, declined: 1718, tooBusy: 67 },
      },
      absences: {
        prefecture: { enrolled: 1000982, absent: 13935 },
        designatedCity: { enrolled: 429258, absent: 6702 },
        city: { enrolled: 1437990, absent: 20124 },
        town: { enrolled: 243714, absent: 2927 },
        union: { enrolled: 118613, absent: 1076 },
      },
      practice: {
        withoutCaps: { bodies: 1, of: 1788 },
        withoutGuidanceRules: { bodies: 653, of: 1788 },
        selfReportOnly: { bodies: 473, of: 1788 },
        withoutCauseReviewRule: { bodies: 65, of: 1787 },
        withoutCauseRecord: { bodies: 113, publishedShare: '9.1' },
        withoutRecordUse: { bodies: 182, publishedShare: '14.7' },
      },
    },
  ],
};
