package org.gongkai.filing.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.filing.impact.Supposition.Change;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.security.Reach;
import org.gongkai.text.Characters;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/** Reads a {@link WhatIfRequest}. Numbers keep their exact value. */
final class SuppositionReader {

    private static final String AGENCY = "agency";
    private static final String YEAR = "year";
    private static final String CHANGES = "changes";
    private static final String BASE = "base";
    private static final String POINTER = "pointer";
    private static final String VALUE = "value";

    private static final Set<String> MEMBERS = Set.of(AGENCY, YEAR, CHANGES, BASE);
    private static final Set<String> MEMBERS_OF_CHANGE = Set.of(POINTER, VALUE);

    private static final Text UNKNOWN = new Text("没有此项", "There is no such field");
    private static final Text MISSING = new Text("缺少此项", "Missing");

    private final List<Finding> faults = new ArrayList<>();

    private SuppositionReader() {}

    /**
     * Reads a request.
     *
     * @param reach the agencies and years whose reports the caller may work with
     * @throws ProblemException when the agency or the year is another one, or with all faults of the request
     */
    static Supposition read(JsonNode body, Reach reach) {
        SuppositionReader reader = new SuppositionReader();
        reader.members(body);
        ProblemException.refuse(ProblemType.INVALID_ENTRY, reader.faults);
        String agency = body.get(AGENCY).textValue();
        reach.require(agency);
        ReportYear year = ReportYear.fromString(body.get(YEAR).asText());
        reach.require(agency, year.value());
        List<Change> changes = reader.changes(body.get(CHANGES), year.form());
        ProblemException.refuse(ProblemType.INVALID_ENTRY, reader.faults);
        return new Supposition(agency, year, changes, base(body.path(BASE)).orElse(WhatIfBase.IN_FORCE));
    }

    private void members(JsonNode body) {
        if (!body.isObject()) {
            fault("", new Text("应为含 agency、year、changes 的对象", "Must be an object with agency, year and changes"));
            return;
        }
        if (!body.path(AGENCY).isTextual()
                || !Characters.areStorable(body.get(AGENCY).textValue())) {
            fault("/" + AGENCY, new Text("应为机关代码", "Must be the code of an agency"));
        }
        if (!body.path(YEAR).isIntegralNumber()) {
            fault("/" + YEAR, new Text("应为报告年度", "Must be a report year"));
        }
        if (!body.path(CHANGES).isArray()) {
            fault("/" + CHANGES, new Text("应为改动的数组", "Must be an array of changes"));
        } else if (body.get(CHANGES).size() > CellChange.MAX_NUMBER) {
            fault("/" + CHANGES, new Text("改动最多 %s 处", "Must have at most %s changes").with(CellChange.MAX_NUMBER));
        }
        if (body.has(BASE) && base(body.get(BASE)).isEmpty()) {
            fault("/" + BASE, new Text("应为 IN_FORCE 或 LATEST", "Must be IN_FORCE or LATEST"));
        }
        unknownMembers("", body, MEMBERS);
    }

    private static Optional<WhatIfBase> base(JsonNode base) {
        return Arrays.stream(WhatIfBase.values())
                .filter(value -> value.name().equals(base.textValue()))
                .findFirst();
    }

    private List<Change> changes(JsonNode changes, Form form) {
        Set<String> places = places(form);
        Set<String> seen = new HashSet<>();
        List<Change> read = new ArrayList<>();
        for (int index = 0; index < changes.size(); index++) {
            String at = "/" + CHANGES + "/" + index;
            JsonNode change = changes.get(index);
            if (!change.isObject()) {
                fault(at, new Text("应为含 pointer、value 的对象", "Must be an object with pointer and value"));
            } else {
                change(at, change, places, seen);
                read.add(new Change(change.path(POINTER).asText(), change.path(VALUE)));
            }
        }
        return read;
    }

    private void change(String at, JsonNode change, Set<String> places, Set<String> seen) {
        String pointer = change.path(POINTER).asText();
        if (!change.has(POINTER)) {
            fault(at + "/" + POINTER, MISSING);
        } else if (!change.get(POINTER).isTextual() || !places.contains(pointer)) {
            fault(
                    at + "/" + POINTER,
                    new Text(
                            "不是该年度格式中的单元格或文字部分，如 /requests/newlyReceived/total",
                            "Not a cell or text of the form of that year, such as /requests/newlyReceived/total"));
        } else if (!seen.add(pointer)) {
            fault(at + "/" + POINTER, new Text("同一位置改动了两次", "The same place is changed twice"));
        }
        if (!change.has(VALUE)) {
            fault(at + "/" + VALUE, MISSING);
        }
        unknownMembers(at, change, MEMBERS_OF_CHANGE);
    }

    private static Set<String> places(Form form) {
        return Stream.concat(
                        form.figures().stream()
                                .flatMap(figure -> figure.cells().stream().map(cell -> cell.pointer())),
                        form.texts().stream().map(FormNode::pointer))
                .collect(Collectors.toSet());
    }

    private void unknownMembers(String at, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(at + Pointers.step(name), UNKNOWN);
            }
        });
    }

    private void fault(String pointer, Text message) {
        faults.add(Finding.ofShape(pointer, null, message));
    }
}
