"""The job that every client does against the service, with the client that OpenAPI Generator makes for Python.

The arguments are the address of the service, a token of the oversight office, an agency, its district, and two files: a
report on the form of 2019, and one on that of 2021. The steps are those of ../job.txt, in the same order.
"""

import sys
from pathlib import Path

import gongkai


def connect(address, token):
    return gongkai.ApiClient(gongkai.Configuration(host=address, access_token=token))


class Job:
    def __init__(self, address, oversight_token, agency, district, older_file, file):
        self.agency = agency
        self.district = district
        self.older_report = gongkai.AnnualReport2019.from_json(Path(older_file).read_text("utf-8"))
        self.report = gongkai.AnnualReport.from_json(Path(file).read_text("utf-8"))
        self.oversight = connect(address, oversight_token)
        client = connect(address, gongkai.RegistryApi(self.oversight).make_token(agency).token)
        self.reports = gongkai.ReportsApi(client)
        self.statistics = gongkai.StatisticsApi(client)

    def steps(self):
        yield "token", ["issued"]
        yield "submit", self.submit()
        yield "read", self.read()
        yield "refuse", self.refuse()
        yield "warn", self.warn()
        yield "explain", self.explain()
        yield "revisions", self.revisions()
        yield "changes", self.changes()
        yield "roll up", self.roll_up()
        yield "consolidate", self.consolidate()
        yield "page", self.page()
        yield "follow", self.follow()

    def submit(self):
        for year, report in self.both_reports():
            receipt = self.reports.submit_report(self.agency, year, gongkai.Report(report))
            yield f"{year}, revision {receipt.revision}, {receipt.status.value}"

    def read(self):
        for year, report in self.both_reports():
            answer = self.reports.get_report(self.agency, year).actual_instance
            yield f"{year}, form {answer.form}, equal: {str(answer == report).lower()}"

    def refuse(self):
        wrong = self.report.model_copy(deep=True)
        wrong.requests.newly_received.natural_person += 1
        try:
            self.reports.submit_report(self.agency, 2025, gongkai.Report(wrong))
        except gongkai.ApiException as refused:
            for finding in refused.data.findings:
                yield f"{refused.status}, {finding.rule} at {finding.pointer}, off by {finding.difference}"

    def warn(self):
        self.report.proactive_disclosure.licensing_decisions += 1
        self.report.other_matters = ""
        receipt = self.reports.submit_report(
            self.agency, 2025, gongkai.Report(self.report), change_reason="漏计行政许可决定 1 件"
        )
        for finding in receipt.findings:
            if finding.state == gongkai.WarningState.OPEN:
                yield f"{receipt.status.value}, {finding.rule} at {finding.pointer}"

    def explain(self):
        explanation = gongkai.ExplanationEntry(
            rule="TEXT-MISSING", pointer="/otherMatters", reason="未收取信息处理费"
        )
        receipt = self.reports.explain_warnings(self.agency, 2025, [explanation])
        for finding in receipt.findings:
            if finding.state:
                yield f"{receipt.status.value}, {finding.rule} is {finding.state.value}"

    def revisions(self):
        for revision in self.reports.list_revisions(self.agency, 2025).items:
            yield f"{revision.revision}, {revision.status.value}"

    def changes(self):
        for change in self.reports.get_changes(self.agency, 2025, 2, since=1).changes:
            yield f'{change.pointer}: "{change.before}", then "{change.after}"'

    def roll_up(self):
        rows = self.statistics.get_statistics(
            figure=["requests.newlyReceived", "proactiveDisclosure.licensingDecisions"],
            group_by=[gongkai.Dimension.YEAR],
            year=["2025"],
            agency=[self.agency],
        ).rows
        for row in rows:
            yield f"{row.year}, {row.figure} = {row.value} in {row.reports} report(s)"

    def consolidate(self):
        answer = self.statistics.get_consolidated_report(2025, district=self.district)
        received = answer.report.actual_instance.requests.newly_received.total
        yield f"{answer.coverage.reports} of {answer.coverage.expected} report(s), {received} requests"

    def page(self):
        after = None
        while True:
            page = self.reports.list_reports(agency=[self.agency], size=1, after=after)
            for summary in page.items:
                yield f"{summary.year}, revision {summary.revision}"
            after = page.next
            if not after:
                return

    def follow(self):
        events = gongkai.EventsApi(self.oversight)
        part = events.list_events()
        while part.items:
            for event in part.items:
                if event.agency == self.agency and event.year == 2025:
                    yield f"{event.type.value}, revision {event.revision}"
            part = events.list_events(after=part.next)

    def both_reports(self):
        return [(2019, self.older_report), (2025, self.report)]


if __name__ == "__main__":
    for step, lines in Job(*sys.argv[1:]).steps():
        for line in lines:
            print(f"{step}: {line}")
