package org.gongkai.publication.pdf;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/**
 * The fonts of PDF files. They are part of the package, because a server may have none. A file contains only the
 * characters that are printed in it. The fonts are loaded when the first file is written, and stay in memory.
 */
enum EmbeddedFont {

    /** The font of titles, texts and tables. It holds all characters of the standard table (通用规范汉字表) and of GB 2312. */
    SERIF("NotoSerifSC-Regular.ttf"),

    /** The font of headings. It holds the characters that are used most (level 1 of GB 2312). */
    SANS("NotoSansSC-Medium.ttf");

    private final BaseFont font;

    EmbeddedFont(String file) {
        font = load(file);
        font.setSecureRandom(new SameNumbers());
    }

    BaseFont font() {
        return font;
    }

    boolean hasCharacter(int codePoint) {
        return font.charExists(codePoint);
    }

    private static BaseFont load(String file) {
        try (InputStream bytes = EmbeddedFont.class.getResourceAsStream(file)) {
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source of the random letters in the name of a subset, which must be the same each time. */
    private static final class SameNumbers extends SecureRandom {

        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
            return 0;
        }
    }
}
