// Submits a report on each form, reads it back, has another one refused, and requests a roll-up.
// The arguments are the address of the service, a token, and two files: a report on the form of 2021, and one on that
// of 2019.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  AnnualReport,
  AnnualReport2019,
  Configuration,
  Finding,
  ProblemFromJSON,
  Report,
  ReportsApi,
  ResponseError,
  StatisticsApi,
} from './gongkai';

const [basePath, accessToken, file, olderFile] = process.argv.slice(2);
const agency = '350128-police';

async function read(reports: ReportsApi, year: number): Promise<Report | undefined> {
  return (await reports.getLatestRevision({ agency, year })).report;
}

async function main(): Promise<void> {
  const configuration = new Configuration({ basePath, accessToken });
  const reports = new ReportsApi(configuration);
  const report: AnnualReport = { ...JSON.parse(readFileSync(file, 'utf8')), form: '2021' };

  const receipt = await reports.submitReport({ agency, year: 2025, report });
  console.log(`submitted: revision ${receipt.revision}, ${receipt.status}`);

  console.log(`read: 2025, equal: ${isDeepStrictEqual(await read(reports, 2025), report)}`);

  const older: AnnualReport2019 = { ...JSON.parse(readFileSync(olderFile, 'utf8')), form: '2019' };
  await reports.submitReport({ agency, year: 2020, report: older });
  console.log(`read: 2020, equal: ${isDeepStrictEqual(await read(reports, 2020), older)}`);

  report.requests.newlyReceived.naturalPerson = 9999;
  try {
    await reports.submitReport({ agency, year: 2025, report });
  } catch (refused) {
    if (!(refused instanceof ResponseError)) {
      throw refused;
    }
    const findings: Finding[] = ProblemFromJSON(await refused.response.json()).findings ?? [];
    for (const finding of findings) {
      console.log(
        `refused: ${refused.response.status}, ${finding.rule} at ${finding.pointer}, off by ${finding.difference}`,
      );
    }
  }

  const rollUp = await new StatisticsApi(configuration).getStatistics({
    figure: ['requests.newlyReceived'],
    groupBy: ['year'],
    agency: [agency],
  });
  for (const row of rollUp.rows) {
    console.log(`rolled up: ${row.year}, ${row.figure} = ${row.value} in ${row.reports} report(s)`);
  }
}

main().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
