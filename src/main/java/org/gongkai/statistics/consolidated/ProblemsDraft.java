package org.gongkai.statistics.consolidated;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.statistics.consolidated.SectionTexts.Sentence;

/**
 * A draft of section 五: the problems that departments name, the one that most of them name first, and what they do about them.
 * It counts departments and quotes their sentences, and adds none of its own.
 */
final class ProblemsDraft {

    private static final int MAX_QUOTES = 3;
    private static final int MAX_IMPROVEMENTS = 5;

    /** Words by which a sentence is about what is done, and not about a problem. */
    private static final Pattern IMPROVEMENT =
            Pattern.compile("将|下一步|下步|今后|改进措施|整改措施|改进情况|改进方面|打算|计划|已(经)?(建立|组织|制定|完成|开展|列入|转办)");

    private final List<SectionTexts> texts;
    private final Map<Boolean, List<Sentence>> sentences;

    ProblemsDraft(List<SectionTexts> texts) {
        this.texts = texts;
        this.sentences = texts.stream()
                .flatMap(SectionTexts::problemSentences)
                .collect(Collectors.partitioningBy(
                        sentence -> IMPROVEMENT.matcher(sentence.text()).find()));
    }

    /**
     * A problem with the sentences that name it.
     *
     * @param label the name of the problem
     * @param named the sentences
     */
    private record NamedProblem(String label, Quotations named) {

        String text() {
            return "%s（%d 个部门提及）。如：%s。\n".formatted(label, named.departments(), named.of(MAX_QUOTES));
        }
    }

    String text() {
        Quotations problems = new Quotations(sentences.get(false));
        return problems.isEmpty()
                ? "已读取的 %d 份年度报告中，没有写明存在的问题的。".formatted(texts.size())
                : "已读取的 %d 份年度报告中，写明存在的问题的 %d 份。\n%s%s%s"
                        .formatted(
                                texts.size(),
                                problems.departments(),
                                topics(problems),
                                others(problems),
                                improvements());
    }

    private static String topics(Quotations problems) {
        List<NamedProblem> named = Arrays.stream(ProblemTopic.values())
                .map(topic -> named(topic.label(), problems, topic::isIn))
                .filter(problem -> !problem.named().isEmpty())
                .sorted(Comparator.comparing(
                                (NamedProblem problem) -> problem.named().departments())
                        .reversed())
                .toList();
        return IntStream.range(0, named.size())
                .mapToObj(position -> position + 1 + ". " + named.get(position).text())
                .collect(Collectors.joining());
    }

    /** Returns the problems of no topic: they are counted and quoted as well, so that none is lost silently. */
    private static String others(Quotations problems) {
        NamedProblem others = named("其他问题", problems, sentence -> Arrays.stream(ProblemTopic.values())
                .noneMatch(topic -> topic.isIn(sentence)));
        return others.named().isEmpty() ? "" : others.text();
    }

    private static NamedProblem named(String label, Quotations problems, Predicate<String> isNamed) {
        return new NamedProblem(
                label,
                new Quotations(problems.sentences().stream()
                        .filter(sentence -> isNamed.test(sentence.text()))
                        .toList()));
    }

    private String improvements() {
        Quotations found = new Quotations(sentences.get(true));
        return found.isEmpty()
                ? ""
                : "改进情况：%d 个部门写明了改进措施。如：%s。".formatted(found.departments(), found.of(MAX_IMPROVEMENTS));
    }
}
