package org.gongkai.filing.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.http.Preconditions;
import org.gongkai.http.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.security.Actor;
import org.gongkai.text.Characters;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/** Reads {@link BatchItem}s. The report itself is checked later. */
@ApplicationScoped
public class ItemReader {

    private static final Set<String> MEMBERS = Set.of("agency", "year", "report", "explanations");

    private final ObjectMapper mapper;

    ItemReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Makes a submission from an item.
     *
     * @param reach the agencies whose reports the actor may submit
     * @throws ProblemException when the agency is another one, or with all faults in the members of the item
     */
    public Submission read(JsonNode item, Actor actor, Predicate<String> reach, Instant receivedAt) {
        List<Finding> faults = new ArrayList<>();
        if (!item.isObject()) {
            fault(faults, "", new Text("应为含 agency、year、report 的对象", "Must be an object with agency, year and report"));
        } else {
            members(item, faults);
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults);
        String agency = item.get("agency").textValue();
        if (!reach.test(agency)) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        return new Submission(
                agency,
                ReportYear.fromString(item.get("year").asText()),
                item.get("report"),
                explanations(item.path("explanations")),
                Preconditions.NONE,
                actor,
                receivedAt);
    }

    private static void members(JsonNode item, List<Finding> faults) {
        if (!item.path("agency").isTextual()
                || !Characters.areStorable(item.get("agency").textValue())) {
            fault(faults, "/agency", new Text("应为机关代码", "Must be the code of an agency"));
        }
        if (!item.path("year").isIntegralNumber()) {
            fault(faults, "/year", new Text("应为报告年度", "Must be a report year"));
        }
        if (item.path("report").isMissingNode()) {
            fault(faults, "/report", new Text("缺少此项", "Missing"));
        }
        item.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                fault(faults, Pointers.step(name), new Text("没有此项", "There is no such field"));
            }
        });
    }

    private List<ExplanationEntry> explanations(JsonNode explanations) {
        if (explanations.isMissingNode() || explanations.isNull()) {
            return List.of();
        }
        try {
            return ExplanationEntry.refuseTooMany(
                    "/explanations", Arrays.asList(mapper.treeToValue(explanations, ExplanationEntry[].class)));
        } catch (JsonProcessingException e) {
            throw ProblemException.ofFindings(
                    ProblemType.INVALID_ENTRY,
                    List.of(Finding.ofShape(
                            "/explanations",
                            null,
                            new Text(
                                    "应为含 rule、pointer、reason 的对象的数组",
                                    "Must be an array of objects with rule, pointer and reason"))));
        }
    }

    private static void fault(List<Finding> faults, String pointer, Text message) {
        faults.add(Finding.ofShape(pointer, null, message));
    }
}
