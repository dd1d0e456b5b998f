package org.gongkai.security.tokens;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.Agency;
import org.gongkai.registry.district.District;
import org.gongkai.registry.district.Districts;
import org.gongkai.rules.Finding;
import org.gongkai.security.Actor;
import org.gongkai.security.Role;
import org.gongkai.security.Subject;
import org.gongkai.security.TokenRights;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Text;

/** Checks the rights that a request for a token names, and reports all faults. */
final class RightsCheck {

    /** The largest number of agencies in a token, which has to fit into a header. Districts stand for more. */
    static final int MAX_AGENCIES = 50;

    static final int MAX_DISTRICTS = 20;
    static final int MAX_YEARS = 20;

    private static final Text BAD_CODE =
            new Text("应为代码：2 至 36 个字母、数字或连字符", "Must be a code: 2 to 36 letters, digits or hyphens");

    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Begins a check.
     *
     * @param today the day on which agencies must exist
     */
    RightsCheck(LocalDate today) {
        this.today = today;
    }

    /** Returns the list for further faults of the request. */
    List<Finding> findings() {
        return findings;
    }

    /** Refuses the request if it has faults. */
    void refuse() {
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
    }

    /** Returns the rights of a token for an agency. */
    TokenRights ofAgency(Agency agency, TokenRequest request) {
        refuseEnded("/allowEnded", agency, request);
        Set<String> agencies = new LinkedHashSet<>(List.of(agency.code));
        agencies.addAll(checked("/agencies", request.agencies(), MAX_AGENCIES - 1, (pointer, code) -> {
            Optional<Agency> known = known(pointer, code, Agencies::require);
            known.ifPresent(further -> refuseEnded(pointer, further, request));
            return known.map(further -> further.code);
        }));
        String subject = request.subjectFor(agency.code);
        checkSubject(subject);
        return new TokenRights(
                subject,
                Role.SUBMITTER,
                List.copyOf(agencies),
                districts(request.districts()),
                years(request.years()),
                request.asksForSandbox());
    }

    /** Returns the rights of a token for the office or a reader. Refuses another role at once. */
    TokenRights ofOffice(OfficeTokenRequest request) {
        if (!Role.OVERSIGHT.equals(request.role()) && !Role.READER.equals(request.role())) {
            add("/role", new Text("应为 %s 或 %s", "Must be %s or %s").with(Role.OVERSIGHT, Role.READER));
            refuse();
        }
        if (request.subject() == null) {
            add("/subject", new Text("缺少此项", "Missing"));
        } else {
            checkSubject(request.subject());
        }
        return new TokenRights(
                request.subject(),
                request.role(),
                List.of(),
                districts(request.districts()),
                years(request.years()),
                false);
    }

    private List<String> districts(List<String> codes) {
        return checked("/districts", codes, MAX_DISTRICTS, (pointer, code) -> known(pointer, code, Districts::require)
                .map((District district) -> district.code));
    }

    private List<Integer> years(List<Integer> years) {
        return checked("/years", years, MAX_YEARS, (pointer, year) -> {
            if (year == null || Forms.of(year).isEmpty()) {
                add(
                        pointer,
                        new Text("没有适用于此年度的格式，最早的年度是 %s", "No form covers this year; the first year is %s")
                                .with(String.valueOf(Forms.firstYear())));
            }
            return Optional.ofNullable(year);
        });
    }

    private void checkSubject(String subject) {
        if (!Subject.isValid(subject)) {
            add("/subject", Subject.DEMAND);
        } else if (Actor.isReserved(subject)) {
            add("/subject", Subject.RESERVED);
        }
    }

    private void refuseEnded(String pointer, Agency agency, TokenRequest request) {
        if (!request.allowsEnded() && agency.validTo != null && agency.validTo.isBefore(today)) {
            add(
                    pointer,
                    new Text(
                                    "%s 已于 %s 终止；仍需签发令牌的，请将 allowEnded 设为 true",
                                    "The agency %s ended on %s; to issue a token nevertheless, set allowEnded to true")
                            .with(agency.code, agency.validTo));
        }
    }

    /** Returns what the registry has under a code; reports an unknown one. */
    private <T> Optional<T> known(String pointer, String code, Function<String, T> require) {
        if (code == null || !CodeFormat.matches(code)) {
            add(pointer, BAD_CODE);
            return Optional.empty();
        }
        try {
            return Optional.of(require.apply(code));
        } catch (ProblemException unknown) {
            add(pointer, unknown.detail());
            return Optional.empty();
        }
    }

    /** Checks the values of a list; returns the distinct ones. An empty list is a mistake: it would limit nothing. */
    private <T> List<T> checked(String pointer, List<T> values, int max, BiFunction<String, T, Optional<T>> check) {
        if (values == null) {
            return List.of();
        }
        if (values.isEmpty() || values.size() > max) {
            add(pointer, new Text("应有 1 至 %s 项；没有的，请略去此项", "Must have 1 to %s entries; omit it for none").with(max));
            return List.of();
        }
        Set<T> distinct = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            check.apply(pointer + "/" + i, values.get(i)).ifPresent(distinct::add);
        }
        return List.copyOf(distinct);
    }

    private void add(String pointer, Text message) {
        findings.add(Finding.ofShape(pointer, null, message));
    }
}
