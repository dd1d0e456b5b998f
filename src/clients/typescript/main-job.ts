// Submits a report, has another one refused, and requests a roll-up.
// The arguments are the address of the service, a token, and a report file.
import { readFileSync } from 'node:fs';
import {
  AnnualReport,
  Configuration,
  Finding,
  ProblemFromJSON,
  ReportsApi,
  ResponseError,
  StatisticsApi,
} from './gongkai';

const [basePath, accessToken, file] = process.argv.slice(2);
const agency = '350128-police';

async function main(): Promise<void> {
  const configuration = new Configuration({ basePath, accessToken });
  const reports = new ReportsApi(configuration);
  const report: AnnualReport = JSON.parse(readFileSync(file, 'utf8'));

  const receipt = await reports.submitReport({ agency, year: 2025, report });
  console.log(`submitted: revision ${receipt.revision}, ${receipt.status}`);

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
