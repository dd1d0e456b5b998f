package org.gongkai.cycle;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.Agency;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.rules.Finding;
import org.gongkai.security.Actor;
import org.gongkai.sql.StatementPipeline;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Text;

/** Opens report years and moves their deadlines. */
@ApplicationScoped
public class Cycles {

    private static final String REPORTED = """
            select exists (select 1 from filing f
                           join revision r on r.agency = f.agency and r.year = f.year
                           where f.year = :year and r.status <> 'WITHDRAWN')""";

    private final AuditLog auditLog;
    private final Event<CycleOpened> opened;
    private final Event<DeadlinesMoved> moved;

    Cycles(AuditLog auditLog, Event<CycleOpened> opened, Event<DeadlinesMoved> moved) {
        this.auditLog = auditLog;
        this.opened = opened;
        this.moved = moved;
    }

    /**
     * Returns the cycle of a report year.
     *
     * @throws ProblemException if the year has not been opened
     */
    static Cycle require(int year) {
        return Cycle.<Cycle>findByIdOptional((short) year)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_CYCLE,
                        new Text("%s 年度尚未开启", "The report year %s has not been opened").with(year)));
    }

    /**
     * Opens a year and freezes its roster, or moves the deadlines of an open year.
     *
     * @return whether the year is newly opened
     */
    @Transactional
    public boolean put(ReportYear year, CycleEntry entry, Actor actor) {
        Agencies.lockAll();
        Optional<Cycle> known = Cycle.findByIdOptional((short) year.value());
        LocalDate departments = deadline(entry.departmentDeadline(), known, AgencyKind.DEPARTMENT, year);
        LocalDate governments = deadline(entry.governmentDeadline(), known, AgencyKind.GOVERNMENT, year);
        check(year, entry, departments, governments);
        if (known.isPresent()) {
            move(known.get(), departments, governments, actor);
        } else {
            refuseUnlessOver(year.value());
            open(year.value(), departments, governments, actor);
        }
        return known.isEmpty();
    }

    private void refuseUnlessOver(int year) {
        int lastYear = BeijingTime.lastYearOver(auditLog.now());
        if (year > lastYear) {
            throw ProblemException.ofFindings(
                    ProblemType.INVALID_ENTRY,
                    List.of(Finding.ofShape(
                            "/year",
                            null,
                            new Text(
                                            "%s 年度尚未结束，不能开启；目前最晚可开启 %s 年度",
                                            "The year %s is not over and cannot be opened yet; the last one that can be opened is %s")
                                    .with(year, lastYear))));
        }
    }

    /**
     * Closes a year that was opened by mistake, and deletes its roster.
     *
     * @throws ProblemException if the year is not open, or if a report has been judged by it
     */
    @Transactional
    public void close(int year, Actor actor) {
        Agencies.lockAll();
        Cycle cycle = require(year);
        if (hasReports(year)) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    new Text(
                                    "已有机关报送 %s 年度的报告，不能再关闭该年度",
                                    "Reports on %s have been submitted, so the year can no longer be closed")
                            .with(year));
        }
        CycleEntry before = CycleEntry.of(cycle);
        Obligation.delete("id.year", (short) year);
        cycle.delete();
        Cycle.flush();
        auditLog.record(
                AuditEntry.of(EventType.CYCLE_CLOSED, "cycles/" + year, before, null)
                        .about(year),
                actor);
    }

    /** Returns whether any report on a year is in force, waits, or was decided on; withdrawn ones do not count. */
    private static boolean hasReports(int year) {
        return (Boolean) Panache.getEntityManager()
                .createNativeQuery(REPORTED, Boolean.class)
                .setParameter("year", year)
                .getSingleResult();
    }

    private static LocalDate deadline(LocalDate requested, Optional<Cycle> known, AgencyKind kind, ReportYear year) {
        return requested != null
                ? requested
                : known.map(cycle -> cycle.deadline(kind)).orElse(kind.statutoryDeadline(year.value()));
    }

    private static void check(ReportYear year, CycleEntry entry, LocalDate departments, LocalDate governments) {
        List<Finding> findings = new ArrayList<>();
        if (entry.year() != null && entry.year() != year.value()) {
            findings.add(Finding.ofShape("/year", null, new Text("与路径中的年度不一致", "Must match the year in the path")));
        }
        if (entry.form() != null && !entry.form().equals(year.form().name())) {
            findings.add(Finding.ofShape(
                    "/form",
                    null,
                    new Text("%s 年度适用 %s 年的格式", "Reports on %s must use the form of %s")
                            .with(year.value(), year.form().name())));
        }
        checkDeadline("/departmentDeadline", year.value(), departments).ifPresent(findings::add);
        checkDeadline("/governmentDeadline", year.value(), governments).ifPresent(findings::add);
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
    }

    /** Returns the finding on a deadline, if there is one: reports on a year are due in the next year. */
    static Optional<Finding> checkDeadline(String pointer, int year, LocalDate deadline) {
        return deadline.getYear() == year + 1
                ? Optional.empty()
                : Optional.of(
                        Finding.ofShape(pointer, null, new Text("应为 %s 年内的日期", "Must be a day in %s").with(year + 1)));
    }

    private void open(int year, LocalDate departments, LocalDate governments, Actor actor) {
        Cycle cycle = new Cycle();
        cycle.year = (short) year;
        cycle.departmentDeadline = departments;
        cycle.governmentDeadline = governments;
        cycle.openedAt = auditLog.now();
        cycle.openedBy = actor.name();
        cycle.persistAndFlush();
        LocalDate lastDay = LocalDate.of(year, 12, 31);
        StatementPipeline statements = new StatementPipeline();
        RosterRow.add(
                statements,
                Agency.<Agency>list("from Agency a join fetch a.district order by a.code").stream()
                        .filter(agency -> agency.existsOn(lastDay))
                        .map(agency -> RosterRow.of(Obligation.of(agency, year)))
                        .toList());
        statements.execute(Panache.getEntityManager());
        opened.fire(new CycleOpened(year));
        auditLog.record(auditEntry(EventType.CYCLE_OPENED, cycle, null), actor);
        fireIfMoved(
                cycle, AgencyKind.DEPARTMENT.statutoryDeadline(year), AgencyKind.GOVERNMENT.statutoryDeadline(year));
    }

    private void move(Cycle cycle, LocalDate departments, LocalDate governments, Actor actor) {
        CycleEntry before = CycleEntry.of(cycle);
        LocalDate departmentsBefore = cycle.departmentDeadline;
        LocalDate governmentsBefore = cycle.governmentDeadline;
        cycle.departmentDeadline = departments;
        cycle.governmentDeadline = governments;
        cycle.persistAndFlush();
        if (!CycleEntry.of(cycle).equals(before)) {
            auditLog.record(auditEntry(EventType.CYCLE_CHANGED, cycle, before), actor);
        }
        fireIfMoved(cycle, departmentsBefore, governmentsBefore);
    }

    private void fireIfMoved(Cycle cycle, LocalDate departmentsBefore, LocalDate governmentsBefore) {
        Stream.of(
                        earlier(departmentsBefore, cycle.departmentDeadline),
                        earlier(governmentsBefore, cycle.governmentDeadline))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(day -> moved.fire(new DeadlinesMoved(cycle.year, Deadlines.endOf(day), Optional.empty())));
    }

    /** Returns the earlier of two deadlines; empty if they are equal. */
    static Optional<LocalDate> earlier(LocalDate before, LocalDate after) {
        return before.equals(after) ? Optional.empty() : Optional.of(before.isBefore(after) ? before : after);
    }

    private static AuditEntry auditEntry(EventType type, Cycle cycle, CycleEntry before) {
        return AuditEntry.of(type, "cycles/" + cycle.year, before, CycleEntry.of(cycle))
                .about(cycle.year);
    }
}
