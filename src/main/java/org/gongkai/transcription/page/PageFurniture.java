package org.gongkai.transcription.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds what a website prints after the text of a report, such as links for downloads and codes to scan. A copied page, or a
 * file made from one, has it at the end of section 六.
 */
public final class PageFurniture {

    /** Matches the beginning of a line of such furniture. */
    private static final Pattern START =
            Pattern.compile("[\\s【\\[（(|>]*(?:附件下载|扫一扫|手机扫|扫码|H5|分享(?:到|至|：)|打印(?:本页|】|\\]|$)"
                    + "|关闭(?:窗口|本页|】|\\]|$)|返回顶部|责任编辑|相关(?:链接|文章|稿件|附件|解读)|上一篇|下一篇|版权所有|网站地图).*");

    /** The length of the longest line of furniture. Paragraphs are longer. */
    private static final int MAX_LENGTH = 60;

    private static final String SENTENCE_END = "。";

    private PageFurniture() {}

    /** Returns the furniture at the end of a text; empty if there is none. All lines from its first one on are short, and no sentences. */
    public static String of(String text) {
        List<String> lines = text.lines().toList();
        int from = lines.size();
        while (from > 0 && isShort(lines.get(from - 1))) {
            from--;
        }
        return IntStream.range(from, lines.size())
                .filter(index -> START.matcher(lines.get(index)).matches())
                .mapToObj(index -> String.join("\n", lines.subList(index, lines.size())))
                .findFirst()
                .orElse("");
    }

    private static boolean isShort(String line) {
        return line.length() <= MAX_LENGTH && !line.contains(SENTENCE_END);
    }
}
