package org.gongkai.transcription.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which titles of reports are printed, alone on a line or inside a sentence. */
final class TitleForm {

    private static final String NAME = "(?<name>.{0,60}?)";
    private static final String YEAR = "(?<year>20\\d\\d)年(?:度)?";
    private static final String DISCLOSURE = "(?:政府)?信息(?:与政务)?公开";
    private static final String REPORT = "(?:工作)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)";
    private static final String AFTER = "(?<after>.*)";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(NAME + YEAR + "(?<middle>.{0,30}?)" + DISCLOSURE + REPORT + AFTER),
            Pattern.compile(NAME + "(?<middle>)" + DISCLOSURE + "(?:工作)?" + YEAR + REPORT + AFTER),
            Pattern.compile(NAME + "(?<middle>)" + DISCLOSURE + REPORT + "[(\\[]?" + YEAR + "[)\\]]?" + AFTER));

    private static final List<Pattern> IN_CLAUSES = List.of(
            Pattern.compile(NAME + YEAR + "(?<middle>)" + DISCLOSURE + "(?:" + REPORT + "|工作(?:总体)?情况).*"),
            Pattern.compile(NAME + "根据.{0,40}?(?:编制|撰写)" + YEAR + "(?<middle>).{0,20}?(?:报告|年报).*"));

    /** Matches what may follow a title on its line: closing marks, a note, what sites print beside it. */
    private static final Pattern END = Pattern.compile(
            "[)\\]》>」”\"*。]*(?:的(?:通知|公告|公示|函))?(?:[(\\[【].{0,20}[)\\]】])?(?:(?:发布|来源|日期|时间|浏览|字号|索引|[_|—-]).*)?");

    /** Matches the words of a covering letter, marks and the beginning of a sentence before the name. */
    private static final Pattern BEFORE_NAME =
            Pattern.compile("^.*(?:关于(?:报送|印发|公布|上报|发布)?)?[《<〈「]|^.*关于(?:报送|印发|公布|上报|发布)"
                    + "|^(?:[【\\[][^】\\]]*[】\\]]|附件\\d*[:：]?|标题[:：]?|[•·*>-]|\\d+[.、])+"
                    + "|^.*》(?:的)?(?:有关|相关)?(?:要求|规定)?,?|^.*[,。;]");

    private static final Pattern VERB_BEFORE_NAME =
            Pattern.compile("^(?:现将|现予以?|现|特)?(?:公布|发布|公开)|^现将|^(?:全面)?总结(?:了)?");
    private static final Pattern AFTER_NAME =
            Pattern.compile("(?:关于|的|(?:特此|特|现)?(?:组织)?(?:编制|公布|发布|撰写|形成)(?:了)?)$|[-—:_|]+$");

    /** Matches the last characters of a name of an agency. */
    private static final Pattern AGENCY =
            Pattern.compile(".*(?:局|委|委员会|管委会|办|办公室|政府|厅|部|署|院|会|中心|处|所|站|队|镇|乡|街道|区|县|市|省|州|盟|旗|集团|公司|大学|学校|银行|\\))");

    private static final Pattern SPEAKER = Pattern.compile("^[我本该各].*");
    private static final Pattern PUNCTUATION = Pattern.compile("[,。;:!?]");
    private static final Pattern CLAUSE_END = Pattern.compile("[,。;:]");
    private static final Pattern QUOTED = Pattern.compile("《[^》]*》");
    private static final Pattern CHINESE_YEAR = Pattern.compile("二[〇○零O0]([〇○零一二三四五六七八九]{2})年");
    private static final String DIGITS = "〇一二三四五六七八九";

    private TitleForm() {}

    /** Returns a line without blanks, in one spelling, and with its years in digits. */
    static String compact(String text) {
        String plain =
                TextNormalizer.unified(text).replaceAll("[\\s\\p{Z}]+", "").replace('，', ',');
        return CHINESE_YEAR.matcher(plain).replaceAll(year -> "20" + digits(year.group(1)) + "年");
    }

    private static String digits(String chinese) {
        return chinese.replaceAll("[○零]", "〇")
                .chars()
                .mapToObj(DIGITS::indexOf)
                .map(String::valueOf)
                .reduce("", String::concat);
    }

    /** Reads a line that is a title and nothing else. */
    static Optional<Title> headline(String compact) {
        return matches(FORMS, compact)
                .filter(title -> END.matcher(title.group("after")).matches())
                .map(TitleForm::title)
                .filter(title -> title.agencyName()
                        .filter(name -> PUNCTUATION.matcher(name).find())
                        .isEmpty());
    }

    /** Reads a title that stands outside the text, where the name of the site may follow it. */
    static Optional<Title> metadata(String compact) {
        return matches(FORMS, compact).map(TitleForm::title);
    }

    /** Reads a title inside a sentence; only if it says whose report it is. */
    static Optional<Title> sentence(String compact) {
        return QUOTED.splitAsStream(compact)
                .flatMap(part -> CLAUSE_END.splitAsStream(part))
                .flatMap(clause -> matches(IN_CLAUSES, clause).stream())
                .map(TitleForm::title)
                .filter(TitleForm::namesAgency)
                .findFirst();
    }

    /** Returns whether a title has a name that ends like that of an agency. */
    static boolean namesAgency(Title title) {
        return title.agencyName()
                .map(TitleForm::halfWidth)
                .filter(name -> AGENCY.matcher(name).matches())
                .filter(name -> !SPEAKER.matcher(name).matches())
                .isPresent();
    }

    private static Optional<Matcher> matches(List<Pattern> forms, String text) {
        return forms.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst();
    }

    private static Title title(Matcher title) {
        String before = name(title.group("name"));
        String name = before.isEmpty() ? name(title.group("middle")) : before;
        return new Title(
                Optional.of(fullWidth(name)).filter(found -> found.codePoints().anyMatch(TextNormalizer::isHan)),
                Optional.of(Integer.valueOf(title.group("year"))));
    }

    /** Returns a name without the words around it. */
    private static String name(String printed) {
        String name = BEFORE_NAME.matcher(printed).replaceFirst("");
        name = VERB_BEFORE_NAME.matcher(name).replaceFirst("");
        name = AFTER_NAME.matcher(name).replaceFirst("");
        return name.equals(printed) ? name : name(name);
    }

    /** Returns a name with its brackets as they are printed in Chinese. */
    private static String fullWidth(String name) {
        return name.replace('(', '（').replace(')', '）');
    }

    private static String halfWidth(String name) {
        return name.replace('（', '(').replace('）', ')');
    }
}
