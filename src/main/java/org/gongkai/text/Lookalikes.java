package org.gongkai.text;

import java.text.Normalizer;

/**
 * Characters that look alike. NFKC replaces full-width and compatibility characters and the Kangxi radicals. It keeps the
 * radicals of the block CJK Radicals Supplement and the strokes of the block CJK Strokes, which fonts and scanners put
 * in the place of ideographs; the property Equivalent_Unified_Ideograph of Unicode lists these ideographs.
 */
final class Lookalikes {

    /** The first code point of the blocks in {@link #PAIRS}. */
    private static final char FIRST_RADICAL = '\u2E80';

    /** The last code point of the blocks in {@link #PAIRS}. */
    private static final char LAST_STROKE = '\u31EF';

    /** Each radical or stroke, followed by its ideograph. */
    private static final String PAIRS = "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑"
            + "⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔"
            + "⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹"
            + "⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸"
            + "⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟"
            + "⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀㇆𠃌㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇕𠃍"
            + "㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀㇞𠃑㇟乚㇠乙㇡𠄎";

    /** The ideographs by code point of the radical or stroke, from the first one; {@code null} for other characters. */
    private static final String[] IDEOGRAPHS = ideographs();

    private Lookalikes() {}

    /** Returns the text in NFKC, with radicals and strokes replaced by the equivalent ideographs. */
    static String unified(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return withIdeographs(compatible);
    }

    /** Looks at each character only once: every submitted text is unified. The marks 、 and 。 are among the radicals. */
    private static String withIdeographs(String text) {
        StringBuilder replaced = null;
        int copied = 0;
        for (int index = 0; index < text.length(); index++) {
            String ideograph = ideograph(text.charAt(index));
            if (ideograph != null) {
                replaced = replaced == null ? new StringBuilder(text.length()) : replaced;
                replaced.append(text, copied, index).append(ideograph);
                copied = index + 1;
            }
        }
        return replaced == null
                ? text
                : replaced.append(text, copied, text.length()).toString();
    }

    private static String ideograph(char character) {
        return character >= FIRST_RADICAL && character <= LAST_STROKE ? IDEOGRAPHS[character - FIRST_RADICAL] : null;
    }

    private static String[] ideographs() {
        int[] characters = PAIRS.codePoints().toArray();
        String[] ideographs = new String[LAST_STROKE - FIRST_RADICAL + 1];
        for (int index = 0; index < characters.length; index += 2) {
            ideographs[characters[index] - FIRST_RADICAL] = Character.toString(characters[index + 1]);
        }
        return ideographs;
    }
}
