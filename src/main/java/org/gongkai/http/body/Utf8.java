package org.gongkai.http.body;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gongkai.csv.Csv;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.gongkai.text.TextDecoder;

/**
 * Brings bodies into UTF-8. CSV may come in the encodings in which spreadsheets save it. Other bodies must be UTF-8: JSON
 * parsers guess the encoding, and some accept malformed UTF-8.
 */
final class Utf8 {

    private static final Text UNKNOWN_ENCODING = new Text(
            "无法识别文件编码，可用 UTF-8、GB18030（GBK）或带字节序标记的 UTF-16：电子表格软件中请另存为“CSV UTF-8（逗号分隔）”",
            "The encoding is none of UTF-8, GB18030 (GBK) and UTF-16 with a byte order mark: save the file in the"
                    + " spreadsheet as \"CSV UTF-8 (comma delimited)\"");

    private static final MediaType CSV = MediaType.valueOf(Csv.MEDIA_TYPE);

    private Utf8() {}

    /** Returns a body in UTF-8, or refuses it. */
    static byte[] of(byte[] body, MediaType type) {
        if (type != null && type.isCompatible(CSV)) {
            return csv(body, type.getParameters().get(MediaType.CHARSET_PARAMETER));
        }
        if (!isValid(body)) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, new Text("不是 UTF-8 编码", "Not encoded in UTF-8"));
        }
        return body;
    }

    private static byte[] csv(byte[] body, String declared) {
        return isValid(body)
                ? body
                : TextDecoder.decode(body, declared)
                        .filter(text -> text.indexOf('\0') < 0)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow(() -> new ProblemException(ProblemType.MALFORMED_CSV, UNKNOWN_ENCODING));
    }

    /** Returns whether a body is UTF-8. A zero byte occurs in UTF-16 and UTF-32, but not in text in UTF-8. */
    private static boolean isValid(byte[] body) {
        for (byte octet : body) {
            if (octet == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
