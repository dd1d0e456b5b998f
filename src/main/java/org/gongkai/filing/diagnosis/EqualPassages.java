package org.gongkai.filing.diagnosis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.FormNode;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * Finds sentences of a report that are the same in last year's report, or in reports of other agencies of its district or
 * its category. A sentence that more than half of the other reports have is a prescribed wording, and is not listed for
 * them.
 */
final class EqualPassages {

    static final NamedSql OTHER_TEXTS =
            SqlScript.of(Diagnoses.FOLDER + "other-texts.sql").with();

    /** The number of other reports that are read, at most. */
    static final int MAX_REPORTS = 100;

    /** The number of characters that are read of each text of another report, at most. */
    static final int MAX_TEXT = 10_000;

    /** The number of sentences that are listed, at most. */
    static final int MAX_PASSAGES = 50;

    private static final Text ACTION =
            new Text("改写为本机关本年度的情况；属于通用表述的可以保留", "Write about this agency and this year; a common wording may stay");

    private final DiagnosedReport report;

    /** The sentences of the report by their comparable form. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    private final Map<String, List<Named>> others = new HashMap<>();
    private int compared;

    /**
     * The place of a sentence.
     *
     * @param section the section
     * @param sentence the sentence as written
     */
    private record Place(FormNode section, String sentence) {}

    private EqualPassages(DiagnosedReport report) {
        this.report = report;
        sections(report.contents())
                .forEach(section -> Sentences.of(report.contents().text(section))
                        .forEach((key, sentence) -> places.putIfAbsent(key, new Place(section, sentence))));
    }

    private static List<FormNode> sections(Contents contents) {
        return contents.form().texts();
    }

    /** Returns the equal sentences, in the order of the report. */
    static List<EqualPassage> of(DiagnosedReport report, Location location, Connection connection, Language language)
            throws SQLException {
        EqualPassages passages = new EqualPassages(report);
        if (passages.places.isEmpty()) {
            return List.of();
        }
        passages.compareWithOthers(location, connection);
        return passages.list(language);
    }

    private void compareWithOthers(Location location, Connection connection) throws SQLException {
        Map<String, Object> values = Map.of(
                "agency", report.agency().code(),
                "year", report.year(),
                "place", location.place(),
                "category", location.category().code(),
                "sections",
                        sections(report.contents()).stream().map(FormNode::name).toArray(String[]::new),
                "maxLength", MAX_TEXT,
                "maxReports", MAX_REPORTS);
        OTHER_TEXTS.list(connection, values, this::compare);
    }

    private Void compare(ResultSet row) throws SQLException {
        Named agency = new Named(row.getString("agency"), row.getString("name"));
        String[] texts = (String[]) row.getArray("texts").getArray();
        Sentences.comparable(texts).stream().filter(places::containsKey).forEach(key -> others.computeIfAbsent(
                        key, first -> new ArrayList<>())
                .add(agency));
        compared++;
        return null;
    }

    private List<EqualPassage> list(Language language) {
        Set<String> lastYear = report.lastYear().map(EqualPassages::sentences).orElse(Set.of());
        List<EqualPassage> passages = new ArrayList<>();
        places.forEach((key, place) -> {
            List<Named> agencies = others.getOrDefault(key, List.of());
            List<Named> listed = isPrescribed(agencies.size()) ? List.of() : agencies;
            if (passages.size() < MAX_PASSAGES && (lastYear.contains(key) || !listed.isEmpty())) {
                passages.add(passage(place, lastYear.contains(key), listed, language));
            }
        });
        return passages;
    }

    private boolean isPrescribed(int agencies) {
        return compared >= Peers.MIN_REPORTS && 2 * agencies > compared;
    }

    private static Set<String> sentences(Contents contents) {
        Set<String> sentences = new HashSet<>();
        sections(contents)
                .forEach(section ->
                        sentences.addAll(Sentences.of(contents.text(section)).keySet()));
        return sentences;
    }

    private static EqualPassage passage(Place place, boolean lastYear, List<Named> agencies, Language language) {
        String sentence = place.sentence;
        int length = sentence.codePointCount(0, sentence.length());
        int end = sentence.offsetByCodePoints(0, Math.min(length, EqualPassage.MAX_LENGTH));
        return new EqualPassage(
                place.section.pointer(),
                place.section.place().in(language),
                sentence.substring(0, end),
                lastYear,
                agencies.size(),
                agencies.stream().limit(EqualPassage.MAX_EXAMPLES).toList(),
                ACTION.in(language));
    }
}
