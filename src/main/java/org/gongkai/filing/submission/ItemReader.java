package org.gongkai.filing.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.security.Actor;
import org.gongkai.security.Reach;
import org.gongkai.text.Characters;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/** Reads {@link BatchItem}s. The report itself is checked later. */
@ApplicationScoped
public class ItemReader {

    private static final String NIL = "nil";

    private static final Set<String> MEMBERS =
            Set.of("agency", "year", "report", "explanations", NotesCheck.CHANGE_REASON, NotesCheck.APPROVED_BY, NIL);

    private final ObjectMapper mapper;
    private final NotesCheck notesCheck;

    ItemReader(ObjectMapper mapper, NotesCheck notesCheck) {
        this.mapper = mapper;
        this.notesCheck = notesCheck;
    }

    /**
     * Makes a submission from an item.
     *
     * @param reach the reports that the actor may submit
     * @throws ProblemException when the agency or the year is not the actor's, or with all faults in the members of the item
     */
    public Submission read(JsonNode item, Actor actor, Reach reach, Instant receivedAt) {
        List<Finding> faults = new ArrayList<>();
        if (!item.isObject()) {
            fault(faults, "", new Text("应为含 agency、year、report 的对象", "Must be an object with agency, year and report"));
        } else {
            members(item, faults);
            faults.addAll(notesCheck.faults(notes(item)));
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults);
        String agency = item.get("agency").textValue();
        reach.require(agency, item.get("year").asInt());
        return new Submission(
                agency,
                ReportYear.fromString(item.get("year").asText()),
                item.get("report"),
                explanations(item.path("explanations")),
                notes(item),
                Preconditions.NONE,
                actor,
                receivedAt,
                Optional.of(item.path(NIL)).filter(JsonNode::isBoolean).map(JsonNode::booleanValue));
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
        Stream.of(NotesCheck.CHANGE_REASON, NotesCheck.APPROVED_BY)
                .filter(name -> item.hasNonNull(name) && !item.get(name).isTextual())
                .forEach(name -> fault(faults, Pointers.step(name), new Text("应为文字", "Must be a text")));
        if (item.hasNonNull(NIL) && !item.get(NIL).isBoolean()) {
            fault(faults, Pointers.step(NIL), new Text("应为 true 或 false", "Must be true or false"));
        }
        item.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                fault(faults, Pointers.step(name), new Text("没有此项", "There is no such field"));
            }
        });
    }

    private static SubmissionNotes notes(JsonNode item) {
        return new SubmissionNotes(
                item.path(NotesCheck.CHANGE_REASON).textValue(),
                item.path(NotesCheck.APPROVED_BY).textValue());
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
