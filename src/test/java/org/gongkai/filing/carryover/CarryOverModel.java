package org.gongkai.filing.carryover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A plain model of the chain of agencies, on maps, without a database. */
final class CarryOverModel {

    /**
     * An agency.
     *
     * @param founded the first day; {@code null} if unknown
     * @param ended the last day; {@code null} while it exists
     * @param successors the agencies that continue its tasks
     */
    record Agency(String code, LocalDate founded, LocalDate ended, List<String> successors) {

        boolean canReportOn(int year) {
            return (founded == null || founded.getYear() <= year) && (ended == null || ended.getYear() >= year);
        }

        /** Returns the year in which its successors began. */
        int handover() {
            return ended.plusDays(1).getYear();
        }
    }

    /** The requests of natural persons in a report in force. */
    record Report(int carriedOver, int carriedForward) {}

    /** The line that the ledger should have. */
    record Line(Integer carriedForward, Integer carriedOver, String status, List<String> sources) {}

    private final Map<String, Agency> agencies = new HashMap<>();
    private final Map<String, Report> inForce = new HashMap<>();

    void add(Agency agency) {
        agencies.put(agency.code(), agency);
    }

    Agency agency(String code) {
        return agencies.get(code);
    }

    void putInForce(String code, int year, Report report) {
        inForce.put(code + "/" + year, report);
    }

    void withdraw(String code, int year) {
        inForce.remove(code + "/" + year);
    }

    Optional<Report> report(String code, int year) {
        return Optional.ofNullable(inForce.get(code + "/" + year));
    }

    /** The result of a search along the chain. */
    private static final class Search {
        private final TreeSet<String> predecessors = new TreeSet<>();
        private boolean split;
        private boolean missing;
    }

    /** Returns the line of an agency that has submitted a report on the year. */
    Line line(String code, int year) {
        Search found = new Search();
        boolean needsOwn = search(code, year, found);
        boolean hasOwn = report(code, year - 1).isPresent();
        List<String> sources = new ArrayList<>(hasOwn ? List.of(code) : List.of());
        sources.addAll(found.predecessors);
        boolean complete = !found.split && !found.missing && (hasOwn || !needsOwn) && !sources.isEmpty();
        Integer carriedForward = complete
                ? (Integer) sources.stream()
                        .mapToInt(
                                source -> report(source, year - 1).orElseThrow().carriedForward())
                        .sum()
                : null;
        Integer carriedOver = report(code, year).map(Report::carriedOver).orElse(null);
        boolean compared = carriedForward != null && carriedOver != null;
        String status = !compared ? "NOT_COMPARED" : carriedForward.equals(carriedOver) ? "EQUAL" : "DIFFERENT";
        return new Line(carriedForward, carriedOver, status, sources);
    }

    /** Returns the opening value of a template: whatever is known. */
    int template(String code, int year) {
        return line(code, year).sources().stream()
                .mapToInt(source -> report(source, year - 1).orElseThrow().carriedForward())
                .sum();
    }

    /** Adds what the agency took over in the year. Returns whether its own report on last year is needed. */
    private boolean search(String code, int year, Search found) {
        boolean reported = report(code, year - 1).isPresent();
        boolean tookOver = false;
        boolean replaced = false;
        for (Agency before : predecessors(code)) {
            if (report(before.code(), year).isPresent()) {
                continue;
            }
            if (before.handover() == year) {
                tookOver = true;
                takeOver(before, year, found);
            } else if (before.handover() == year - 1 && !reported) {
                replaced |= replace(before, year, found);
            }
        }
        return !replaced
                && (agencies.get(code).founded() == null
                        ? !tookOver
                        : agencies.get(code).founded().getYear() < year);
    }

    private void takeOver(Agency before, int year, Search found) {
        if (before.successors().size() > 1) {
            found.split = true;
            return;
        }
        boolean reported = report(before.code(), year - 1).isPresent();
        if (reported) {
            found.predecessors.add(before.code());
        }
        found.missing |= search(before.code(), year, found) && !reported;
    }

    /** Adds predecessors that reported on last year in the place of an agency. Returns whether any did. */
    private boolean replace(Agency before, int year, Search found) {
        boolean reported = report(before.code(), year - 1).isPresent();
        if (reported) {
            found.split |= before.successors().size() > 1;
            if (before.successors().size() == 1) {
                found.predecessors.add(before.code());
            }
            return true;
        }
        boolean replaced = false;
        if (before.successors().size() == 1) {
            for (Agency earlier : predecessors(before.code())) {
                replaced |= earlier.handover() == year - 1
                        && report(earlier.code(), year).isEmpty()
                        && replace(earlier, year, found);
            }
        }
        return replaced;
    }

    private List<Agency> predecessors(String code) {
        return agencies.values().stream()
                .filter(agency -> agency.successors().contains(code))
                .toList();
    }
}
